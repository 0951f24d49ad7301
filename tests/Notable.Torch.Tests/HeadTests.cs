using TorchSharp;
using static TorchSharp.torch.nn;

namespace Notable.Torch.Tests;

/// <summary>The layers of fastai's head, put together here; the head itself belongs to the learning library.</summary>
public class HeadTests : TensorTest
{
    private static torch.Tensor Pooled(torch.Tensor x)
    {
        using AdaptivePools pools = new();
        return torch.cat([pools.Max.call(x), pools.Mean.call(x)], 1).flatten(1);
    }

    private sealed class AdaptivePools : IDisposable
    {
        public readonly TorchSharp.Modules.AdaptiveMaxPool2d Max = AdaptiveMaxPool2d(1);
        public readonly TorchSharp.Modules.AdaptiveAvgPool2d Mean = AdaptiveAvgPool2d(1);

        public void Dispose()
        {
            Max.Dispose();
            Mean.Dispose();
        }
    }

    [Fact]
    public void Evaluation_training_and_running_statistics_are_the_golden_ones()
    {
        var golden = Golden.Read("c_head.json");
        using var head = Sequential(("2", BatchNorm1d(1024)), ("3", Dropout(0)), ("4", Linear(1024, 512, hasBias: false)),
            ("5", ReLU(inplace: true)), ("6", BatchNorm1d(512)), ("7", Dropout(0)), ("8", Linear(512, 2, hasBias: false)));
        Body.FillByFormula(head, golden.GetProperty("weights").EnumerateArray(), "");
        var x = Pooled(Formula(42, [4, 512, 7, 7], 0, 2));
        using var no_gradients = torch.no_grad();
        head.eval();
        AssertClose(golden.GetProperty("eval_output").Numbers(), head.call(x), 2e-5);
        head.train();
        AssertClose(golden.GetProperty("train_output_dropout_off").Numbers(), head.call(x), 2e-5);
        AssertClose(golden.GetProperty("bn1_running_mean_after_first8").Numbers(), head.get_buffer("2.running_mean")![..8], 1e-6);
        AssertClose(golden.GetProperty("bn1_running_var_after_first8").Numbers(), head.get_buffer("2.running_var")![..8], 1e-6);
        Assert.Equal(1, head.get_buffer("2.num_batches_tracked")!.ToInt64());
    }
}
