using System.Diagnostics;
using Notable.Imaging.Tests.Support;

namespace Notable.Imaging.Tests.Safety;

/// <summary>Native memory goes back: through success, refusal, shrinking and encoding.</summary>
[Collection(nameof(Alone))]
public class Memory
{
    /// <summary>Resident memory is the whole process's: no other test may run meanwhile.</summary>
    [CollectionDefinition(nameof(Alone), DisableParallelization = true)]
    public sealed class Alone;

    [Fact]
    public void Five_hundred_pictures_leave_resident_memory_about_where_it_was()
    {
        var jpeg = TestPicture.Noise(480, 320, 1).ToJpeg();
        var png = TestPicture.Noise(240, 160, 2).ToPng();
        DecodeAll(jpeg, png, 60);
        var before = Resident();
        DecodeAll(jpeg, png, 500);
        // 500 times three decodes of up to 460 KB: keeping them, or only the 150 KB files, would show.
        Assert.InRange(Resident() - before, long.MinValue, 50_000_000);
    }

    private static void DecodeAll(byte[] jpeg, byte[] png, int count)
    {
        for (var i = 0; i < count; i++)
        {
            Picture.Decode(jpeg, new() { MinShortSide = i % 2 == 0 ? 100 : null });
            Picture.Decode(png);
            Thumbnails.Jpeg(jpeg, 64);
            Assert.Throws<UnreadableImageException>(() => Picture.Decode(jpeg.AsMemory(0, jpeg.Length / 2)));
        }
    }

    private static long Resident()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }
}
