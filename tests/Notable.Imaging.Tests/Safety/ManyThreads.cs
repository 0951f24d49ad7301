using Notable.Imaging.Tests.Support;

namespace Notable.Imaging.Tests.Safety;

/// <summary>Decoding on many threads at once.</summary>
public class ManyThreads
{
    [Fact]
    public void Everyone_gets_their_own_picture_whole()
    {
        var scenes = Enumerable.Range(0, 8).Select(seed => TestPicture.Noise(90 + seed, 70, seed)).ToArray();
        var files = scenes.Select(scene => scene.ToPng()).ToArray();
        Parallel.For(0, 400, new() { MaxDegreeOfParallelism = 16 }, i =>
        {
            if (i % 5 == 0)
                Assert.Throws<UnreadableImageException>(() => Picture.Decode(files[i % 8].AsMemory(0, 500)));
            TestPicture.AssertSame(scenes[i % 8], Picture.Decode(files[i % 8]));
        });
    }
}
