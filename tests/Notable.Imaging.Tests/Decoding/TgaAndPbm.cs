using System.Text;
using Notable.Imaging.Tests.Support;

namespace Notable.Imaging.Tests.Decoding;

/// <summary>TGA and the Netpbm formats, decoded by ImageSharp under our limits.</summary>
public class TgaAndPbm
{
    /// <summary>A TGA with the first row at the top, written by hand.</summary>
    private static byte[] Tga(int width, int height, int type, int bits, byte[] data, int alphaBits = 0) =>
        [0, 0, (byte)type, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte)width, (byte)(width >> 8), (byte)height, (byte)(height >> 8), (byte)bits, (byte)(0x20 | alphaBits), .. data];

    private static byte[] Pbm(string header, params byte[] data) => [.. Encoding.ASCII.GetBytes(header), .. data];

    [Fact]
    public void A_plain_tga_is_read()
    {
        var file = Tga(2, 1, 2, 24, [3, 2, 1, 6, 5, 4]);
        Assert.Equal([1, 2, 3, 4, 5, 6], Picture.Decode(file).Pixels.ToArray());
        Assert.Equal(new PictureInfo(2, 1, PictureFormat.Tga, 1), Picture.Identify(file));
    }

    [Fact]
    public void A_run_length_coded_tga_is_read() =>
        Assert.Equal([1, 2, 3, 1, 2, 3, 4, 5, 6], Picture.Decode(Tga(3, 1, 10, 24, [0x81, 3, 2, 1, 0x00, 6, 5, 4])).Pixels.ToArray());

    [Fact]
    public void A_gray_tga_and_one_with_alpha_are_read()
    {
        Assert.Equal([7, 7, 7], Picture.Decode(Tga(1, 1, 3, 8, [7])).Pixels.ToArray());
        Assert.Equal([255, 255, 255], Picture.Decode(Tga(1, 1, 2, 32, [3, 2, 1, 0], alphaBits: 8)).Pixels.ToArray());
    }

    [Theory]
    [InlineData("P1\n# two\n2 1\n1 0\n", new byte[0], new byte[] { 0, 0, 0, 255, 255, 255 })]
    [InlineData("P2 2 1 255 7 200\n", new byte[0], new byte[] { 7, 7, 7, 200, 200, 200 })]
    [InlineData("P3 1 1 255 1 2 3\n", new byte[0], new byte[] { 1, 2, 3 })]
    [InlineData("P4 2 1\n", new byte[] { 0b1000_0000 }, new byte[] { 0, 0, 0, 255, 255, 255 })]
    [InlineData("P5 2 1 255\n", new byte[] { 7, 200 }, new byte[] { 7, 7, 7, 200, 200, 200 })]
    [InlineData("P6 1 1 255\n", new byte[] { 1, 2, 3 }, new byte[] { 1, 2, 3 })]
    [InlineData("P5 1 1 65535\n", new byte[] { 0x80, 0x80 }, new byte[] { 128, 128, 128 })]
    public void Every_netpbm_format_is_read(string header, byte[] data, byte[] pixels)
    {
        var file = Pbm(header, data);
        Assert.Equal(pixels, Picture.Decode(file).Pixels.ToArray());
        Assert.Equal(PictureFormat.Pbm, Picture.Identify(file).Format);
    }

    [Theory]
    [InlineData("P5 9 9 255\n")]
    [InlineData("P6 3 3 255\n")]
    [InlineData("P4 90 90\n")]
    [InlineData("P3 9 9 255 1 2 3\n")]
    [InlineData("P2 2 2 255 1 2 3\n")]
    public void Missing_netpbm_samples_are_refused(string header) =>
        Assert.Throws<UnreadableImageException>(() => Picture.Decode(Pbm(header, 1, 2, 3)));

    [Fact]
    public void A_cut_tga_is_known_by_its_name()
    {
        var file = Tga(20, 20, 2, 24, new byte[20 * 20 * 3])[..500];
        Assert.Contains("damaged or cut short", Assert.Throws<UnreadableImageException>(() => Picture.Decode(file, name: "a.TGA")).Message);
        Assert.Contains("no known picture format", Assert.Throws<UnreadableImageException>(() => Picture.Decode(file)).Message);
    }

    [Fact]
    public void Sizes_beyond_the_limit_are_refused_by_their_header()
    {
        Assert.Throws<ImageTooLargeException>(() => Picture.Decode(Pbm("P5 30000 30000 255\n")));
        Assert.Throws<ImageTooLargeException>(() => Picture.Decode(Tga(30_000, 30_000, 10, 24, [0x81, 1, 2, 3]), name: "a.tga"));
    }

    [Fact]
    public void Random_bytes_are_no_picture()
    {
        var random = new Random(3);
        for (var i = 0; i < 2000; i++)
        {
            var bytes = new byte[random.Next(1, 3000)];
            random.NextBytes(bytes);
            Assert.ThrowsAny<ImagingException>(() => Picture.Decode(bytes, name: "a.bin"));
        }
    }

    [Fact]
    public void Scribbles_decode_or_are_refused_but_nothing_else()
    {
        byte[][] files =
        [
            Tga(20, 20, 2, 24, new byte[1200]), Tga(20, 20, 10, 24, [.. Enumerable.Repeat<byte[]>([0x93, 1, 2, 3], 20).SelectMany(b => b)]),
            Pbm("P6 20 20 255\n", new byte[1200]), Pbm("P2 5 2 255 1 2 3 4 5 6 7 8 9 10\n"), BmpFile.Write(8, 8, 8, [8, 1, 0, 0, 8, 0, 0, 0, 0, 1], new byte[1024], compression: 1),
        ];
        var random = new Random(5);
        var refused = 0;
        foreach (var file in files)
            for (var round = 0; round < 300; round++)
            {
                var scribbled = file.ToArray();
                for (var i = 0; i < 3; i++)
                    scribbled[random.Next(Math.Min(scribbled.Length, 80))] = (byte)random.Next(256);
                try
                {
                    Picture.Decode(scribbled, new() { MaxPixels = 1_000_000 }, "a.tga");
                }
                catch (ImagingException)
                {
                    refused++;
                }
            }
        Assert.InRange(refused, 100, 1499);
    }
}
