using TorchSharp;
using static TorchSharp.torch.nn;

namespace Notable.Torch.Tests;

/// <summary>Many steps with flat memory. A short run always; the long ones with NOTABLE_SOAK=1.</summary>
public class SoakTests : TensorTest
{
    private static readonly bool Long = Environment.GetEnvironmentVariable("NOTABLE_SOAK") == "1";

    [Fact]
    public void Training_and_predicting_keep_memory_flat()
    {
        using var model = Sequential(Conv2d(3, 8, 3, padding: 1), BatchNorm2d(8), ReLU(inplace: true), AdaptiveAvgPool2d(1), Flatten(), Linear(8, 2));
        using var optimizer = torch.optim.AdamW(model.parameters());
        var (images, labels) = (torch.rand(8, 3 * 16 * 16).view(8, 3, 16, 16), torch.zeros(8, dtype: torch.int64));

        void Step()
        {
            using var scope = torch.NewDisposeScope();
            model.train();
            optimizer.zero_grad();
            functional.cross_entropy(model.call(images), labels).backward();
            optimizer.step();
            model.eval();
            using var inference = torch.inference_mode();
            model.call(images).softmax(1);
        }

        Flat(Step, Long ? 10_000 : 500, allowedMegabytes: 12);
    }

    private static void Flat(Action step, int count, double allowedMegabytes)
    {
        // One thread: a team of them only spins for layers this small.
        var threads = torch.get_num_threads();
        torch.set_num_threads(1);
        for (var i = 0; i < count / 4; i++) step();
        var (live, before) = (TensorMemory.Live, ResidentMemory.NativeSettled());
        for (var i = 0; i < count; i++) step();
        torch.set_num_threads(threads);
        Assert.Equal(live, TensorMemory.Live);
        var grown = ResidentMemory.NativeSettled() - before;
        TestContext.Current.TestOutputHelper?.WriteLine($"{count} steps: {grown:F1} MB more, {before:F0} MB before");
        Assert.True(grown < allowedMegabytes, $"{count} steps left {grown:F1} MB more resident than {before:F0} MB before them.");
    }
}
