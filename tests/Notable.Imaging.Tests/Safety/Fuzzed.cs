using System.Diagnostics;
using Notable.Imaging.Tests.Support;

namespace Notable.Imaging.Tests.Safety;

/// <summary>Five thousand damaged files of every format, decoded as an upload is.</summary>
[Collection(nameof(Memory.Alone))]
public class Fuzzed
{
    private const int Files = 5000;

    [Fact]
    public void Five_thousand_files_are_decoded_or_refused_within_seconds_and_leave_no_memory_behind()
    {
        Assert.SkipUnless(LongTests.AreOn, "takes half a minute: set NOTABLE_LONG=1");
        var scene = TestPicture.Gradient(160, 120);
        byte[][] seeds =
        [
            scene.ToJpeg(), ExifJpeg.Write(scene, 6), Encoded.Jpeg(scene, isProgressive: true), Encoded.Jpeg(scene, restartInterval: 1), Encoded.CmykJpeg(scene),
            scene.ToPng(), Encoded.WebP(scene), Encoded.WebP(scene, lossless: true), Encoded.Gif(scene), Encoded.Tiff(scene), Encoded.Avif(scene), HeicFile.Bytes,
            BmpFile.Write(16, 16, 24, new byte[768]), BmpFile.Write(8, 8, 8, [8, 1, 0, 0, 8, 0, 0, 0, 0, 1], new byte[1024], compression: 1),
            [.. "P6 20 20 255\n"u8, .. new byte[1200]], [.. "P2 3 2 255 1 2 3 4 5 6"u8],
            [0, 0, 10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 20, 0, 20, 0, 24, 0x20, .. Enumerable.Repeat<byte[]>([0x93, 1, 2, 3], 20).SelectMany(bytes => bytes)],
        ];
        var (read, longest) = (0, TimeSpan.Zero);
        Decode(seeds, 500, ref read, ref longest);
        var before = Resident();
        Decode(seeds, Files, ref read, ref longest);
        Assert.InRange(longest, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        Assert.InRange(read, Files / 50, Files);
        Assert.InRange(Resident() - before, long.MinValue, 100_000_000);
    }

    private static void Decode(byte[][] seeds, int count, ref int read, ref TimeSpan longest)
    {
        var random = new Random(count);
        for (var i = 0; i < count; i++)
        {
            var started = Stopwatch.GetTimestamp();
            try
            {
                Picture.Decode(Mutated(seeds[i % seeds.Length], random), new() { MinShortSide = i % 3 == 0 ? 64 : null }, "upload.tga");
                read++;
            }
            catch (ImagingException)
            {
                // what most of them come to
            }
            longest = Stopwatch.GetElapsedTime(started) is var time && time > longest ? time : longest;
        }
    }

    /// <summary>The file with some bytes changed, a stretch moved, cut or filled, most often in its header.</summary>
    private static byte[] Mutated(byte[] seed, Random random)
    {
        var file = seed.ToArray();
        var reach = random.Next(3) == 0 ? file.Length : Math.Min(file.Length, 200);
        for (var change = random.Next(1, 9); change > 0; change--)
            file[random.Next(reach)] = random.Next(4) switch { 0 => 0, 1 => 255, _ => (byte)random.Next(256) };
        var (from, length) = (random.Next(file.Length), random.Next(1, 400));
        length = Math.Min(length, file.Length - from);
        return random.Next(6) switch
        {
            0 => file[..from],
            1 => [.. file[..from], .. file[(from + length)..]],
            2 => [.. file[..from], .. file[from..(from + length)], .. file[from..]],
            _ => file,
        };
    }

    private static long Resident()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }
}
