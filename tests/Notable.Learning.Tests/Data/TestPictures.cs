using Notable.Display;
using Notable.Imaging;

namespace Notable.Learning.Tests.Data;

/// <summary>Small pictures of colored noise in class folders: quick to write and to read.</summary>
internal static class TestPictures
{
    public static Picture Noise(int seed, int width = 40, int height = 30)
    {
        var pixels = new byte[width * height * 3];
        new SeededRandom(seed).NextBytes(pixels);
        return new(width, height, pixels);
    }

    /// <summary>Writes folder/class/000.png and so on.</summary>
    public static string Write(string folder, int perClass, params string[] classes)
    {
        for (var c = 0; c < classes.Length; c++)
        {
            var sub = Directory.CreateDirectory(Path.Combine(folder, classes[c])).FullName;
            for (var i = 0; i < perClass; i++)
                Noise(1000 * c + i).Save(Path.Combine(sub, $"{i:000}.png"));
        }
        return folder;
    }

    /// <summary>The block's loaders, without progress on the console; stops when the test is stopped.</summary>
    public static DataLoaders Load(this DataBlock block, string folder, int bs)
    {
        using var quiet = DisplayTarget.Use(new RecordingTarget());
        return block.DataLoaders(folder, bs, cancellation: TestContext.Current.CancellationToken);
    }

    /// <summary>A block of 16 px pictures that draws nothing but the split and the order.</summary>
    public static DataBlock Plain { get; } = new() { ItemTransforms = [new Resize(16, ResizeMethod.Squish)] };

    /// <summary>A block of 16 px pictures with all default augmentation.</summary>
    public static DataBlock Augmented { get; } = new()
    {
        ItemTransforms = [new RandomResizedCrop(16, minScale: 0.5)],
        BatchTransforms = AugTransforms.Default(),
    };
}
