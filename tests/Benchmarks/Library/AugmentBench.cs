using Notable.Imaging;
using Notable.Learning;
using TorchSharp;
using static TorchSharp.torch;

namespace Benchmarks.Library;

/// <summary>The making of a training batch from decoded pictures, without a network.</summary>
internal static class AugmentBench
{
    private const int BatchSize = 64, Size = 224;
    private const double Bar = 80;

    public static IEnumerable<Measurement> Measure(BenchOptions options)
    {
        using var scope = NewDisposeScope();
        var device = new Device(options.Device);
        var resize = new RandomResizedCrop(Size, minScale: 0.5);
        var inference = new InferenceTransform(DecodeOptions.Default, resize.Validation, Size, Normalize.ImageNet);
        var maker = new BatchMaker(inference, [resize], AugTransforms.Default());

        var random = new SeededRandom(1);
        var bytes = new byte[BatchSize * Size * Size * 3];
        random.NextBytes(bytes);
        var pixels = Notable.Learning.Acceleration.TensorBytes.FromBytes(bytes, ScalarType.Byte, [BatchSize, Size, Size, 3]);
        yield return Stopwatches.Milliseconds($"all augmentations of a batch of {BatchSize}", () =>
        {
            using var images = maker.Images(pixels, random, device);
            if (device.type == DeviceType.CUDA)
                cuda.synchronize();
        }, options.Runs(25), options.Warm(5)) with
        { Bar = Bar };

        using var data = new BenchData(options.Data, options.Quick ? 4 : BatchSize);
        Picture[] pictures = [.. data.Photos.Take(BatchSize).Select(photo => Picture.Open(photo, new() { MinShortSide = resize.Validation.MinShortSide }))];
        yield return Stopwatches.Milliseconds($"crop and resize {pictures.Length} decoded pictures", () =>
            Parallel.For(0, pictures.Length, new() { MaxDegreeOfParallelism = options.Threads }, i => maker.Pixels(pictures[i], new SeededRandom(i))),
            options.Runs(15), options.Warm(3));
    }
}
