using Notable.Imaging.Tests.Support;

namespace Notable.Imaging.Tests.Safety;

/// <summary>A JPEG that has lost pixels is refused; one that is only odd is read.</summary>
public class DamagedJpegs
{
    private static readonly Picture Photo = SampleNotes.Draw(50, 3);

    private static readonly Dictionary<string, byte[]> Kinds = new()
    {
        ["plain"] = Encoded.Jpeg(Photo), ["with tables of its own"] = Encoded.Jpeg(Photo, optimize: true),
        ["progressive"] = Encoded.Jpeg(Photo, isProgressive: true), ["with restarts"] = Encoded.Jpeg(Photo, restartInterval: 1),
        ["gray"] = Encoded.GrayJpeg(Photo),
    };

    public static MatrixTheoryData<string, string, int?> Losses => new(Kinds.Keys,
        ["first half and end marker", "three quarters and end marker", "zeroed middle", "noised middle", "zeroed tail", "zeroed tail and end marker", "repeated middle"], [null, 64]);

    public static MatrixTheoryData<string, string> Oddities => new(Kinds.Keys,
        ["no end marker", "half an end marker", "four bytes before the end marker", "junk behind", "zeros behind", "a JFIF version of the future", "bytes between segments", "an odd scan header"]);

    [Theory]
    [MemberData(nameof(Losses))]
    public void Lost_pixels_are_told(string kind, string loss, int? minShortSide)
    {
        var file = Damaged(Kinds[kind].ToArray(), loss);
        Assert.Contains("damaged or cut short",
            Assert.Throws<UnreadableImageException>(() => Picture.Decode(file, new() { MinShortSide = minShortSide })).Message);
    }

    /// <summary>Without FF, which decoders would take for a marker. The places that are passed over change nothing but a few blocks.</summary>
    [Theory]
    [InlineData("plain", 97)]
    [InlineData("with tables of its own", 97)]
    [InlineData("progressive", 90)]
    [InlineData("with restarts", 97)]
    [InlineData("gray", 97)]
    public void Two_hundred_bytes_of_noise_are_told_nearly_everywhere(string kind, int atLeast)
    {
        var scan = Kinds[kind].AsSpan().IndexOf([(byte)0xFF, (byte)0xDA]) + 20;
        var random = new Random(3);
        var told = 0;
        for (var round = 0; round < 100; round++)
        {
            var file = Kinds[kind].ToArray();
            var noise = file.AsSpan(random.Next(scan, file.Length - 300), 200);
            foreach (ref var value in noise)
                value = (byte)random.Next(255);
            told += Reads(file) ? 0 : 1;
        }
        Assert.InRange(told, atLeast, 100);

        static bool Reads(byte[] file)
        {
            try
            {
                return Picture.Decode(file, new() { MinShortSide = 64 }).Width > 0;
            }
            catch (UnreadableImageException)
            {
                return false;
            }
        }
    }

    [Theory]
    [MemberData(nameof(Oddities))]
    public void Oddities_cost_no_pixel(string kind, string oddity)
    {
        var file = Kinds[kind];
        TestPicture.AssertSame(Picture.Decode(file), Picture.Decode(Odd(file, oddity)));
    }

    [Fact]
    public void Plain_paper_is_no_gap()
    {
        var paper = TestPicture.Plain(800, 600, 255, 255, 255);
        foreach (var optimize in (bool[])[false, true])
            Assert.Equal(800, Picture.Decode(Encoded.Jpeg(paper, optimize: optimize)).Width);
    }

    [Fact]
    public void Padding_behind_the_last_block_is_no_gap()
    {
        var file = Kinds["plain"];
        TestPicture.AssertSame(Picture.Decode(file), Picture.Decode((byte[])[.. file[..^2], .. new byte[5000], .. file[^2..]]));
    }

    private static byte[] Damaged(byte[] file, string loss)
    {
        var scan = file.AsSpan().IndexOf([(byte)0xFF, (byte)0xDA]) + 20;
        var (middle, length) = ((scan + file.Length) / 2, (file.Length - scan) / 5);
        switch (loss)
        {
            case "first half and end marker":
                return [.. file[..middle], 0xFF, 0xD9];
            case "three quarters and end marker":
                return [.. file[..(file.Length * 3 / 4)], 0xFF, 0xD9];
            case "zeroed middle":
                file.AsSpan(middle, length).Clear();
                break;
            case "repeated middle":
                file.AsSpan(middle, length).Fill(0x55);
                break;
            case "noised middle":
                new Random(1).NextBytes(file.AsSpan(middle, length));
                break;
            case "zeroed tail":
                file.AsSpan(middle).Clear();
                break;
            default:
                file.AsSpan(middle, file.Length - middle - 2).Clear();
                break;
        }
        return file;
    }

    private static byte[] Odd(byte[] file, string oddity)
    {
        var copy = file.ToArray();
        switch (oddity)
        {
            case "no end marker":
                return file[..^2];
            case "half an end marker":
                return file[..^1];
            case "four bytes before the end marker":
                return [.. file[..^2], 1, 2, 3, 4, .. file[^2..]];
            case "junk behind":
                return [.. file, .. "some program's notes"u8];
            case "zeros behind":
                return [.. file, .. new byte[3000]];
            case "a JFIF version of the future":
                return [.. file[..2], 0xFF, 0xE0, 0, 16, .. "JFIF\0"u8, 9, 2, 0, 0, 1, 0, 1, 0, 0, .. file[2..]];
            case "bytes between segments":
                var tables = file.AsSpan().IndexOf([(byte)0xFF, (byte)0xC4]);
                return [.. file[..tables], 1, 2, 3, .. file[tables..]];
            default:
                // Some cameras leave the last three numbers of a sequential scan's header at zero.
                var scan = file.AsSpan().IndexOf([(byte)0xFF, (byte)0xDA]);
                if (file.AsSpan().IndexOf([(byte)0xFF, (byte)0xC2]) < 0)
                    copy.AsSpan(scan + 2 + copy[scan + 3] - 3, 3).Clear();
                return copy;
        }
    }
}
