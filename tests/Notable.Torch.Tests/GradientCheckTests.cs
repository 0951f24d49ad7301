using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Torch.Tests;

/// <summary>The engine's gradients against differences of the function, in float64.</summary>
public class GradientCheckTests : TensorTest
{
    private const double Step = 1e-6, Tolerance = 1e-6;

    // Each output is weighted differently, so that an error in one place cannot cancel another.
    private static Tensor Weighted(Tensor output) => output.flatten().matmul(linspace(0.5, 1.5, output.numel(), float64));

    private static void Check(Func<Tensor[], Tensor> function, params Tensor[] inputs)
    {
        foreach (var input in inputs) input.requires_grad = true;
        Weighted(function(inputs)).backward();
        using var no_gradients = no_grad();
        foreach (var input in inputs)
        {
            var analytic = input.grad!.contiguous().data<double>().ToArray();
            for (var i = 0; i < analytic.Length; i++)
            {
                using var scope = NewDisposeScope();
                Assert.Equal(Difference(function, inputs, input, i), analytic[i], Tolerance);
            }
        }
    }

    private static double Difference(Func<Tensor[], Tensor> function, Tensor[] inputs, Tensor input, int index)
    {
        double At(double shift)
        {
            var values = input.data<double>();
            var old = values[index];
            values[index] = old + shift;
            var result = Weighted(function(inputs)).ToDouble();
            values[index] = old;
            return result;
        }
        return (At(Step) - At(-Step)) / (2 * Step);
    }

    private static Tensor Values(uint seed, params long[] shape) => Formula(seed, shape, -1, 1).to(float64);

    [Fact]
    public void Conv2d() => Check(x => nn.functional.conv2d(x[0], x[1], x[2], strides: [2], padding: [1]),
        Values(1, 2, 2, 5, 5), Values(2, 3, 2, 3, 3), Values(3, 3));

    [Fact]
    public void BatchNorm_in_training() => Check(x => nn.functional.batch_norm(x[0], zeros(3, float64), ones(3, float64), x[1], x[2], training: true),
        Values(4, 4, 3, 2, 2), Values(5, 3), Values(6, 3));

    [Fact]
    public void Linear() => Check(x => nn.functional.linear(x[0], x[1], x[2]), Values(7, 4, 5), Values(8, 3, 5), Values(9, 3));

    [Fact]
    public void Max_and_mean_pooling() => Check(
        x => cat([nn.functional.max_pool2d(x[0], 3, 2, 1).flatten(1), nn.functional.adaptive_avg_pool2d(x[0], 2).flatten(1),
            nn.functional.adaptive_max_pool2d(x[0], [2]).flatten(1), nn.functional.avg_pool2d(x[0], [2]).flatten(1)], 1),
        Values(10, 2, 2, 6, 6));

    [Fact]
    public void Cross_entropy_smoothed_and_weighted() => Check(
        x => nn.functional.cross_entropy(x[0], tensor(new long[] { 0, 2, 1, 2 }), tensor(new[] { 1.0, 2.0, 0.5 }), label_smoothing: 0.1),
        Values(11, 4, 3));

    [Fact]
    public void Grid_sample_mirrored_at_the_border() => Check(
        x => nn.functional.grid_sample(x[0], x[1], padding_mode: GridSamplePaddingMode.Reflection, align_corners: true),
        Values(12, 1, 2, 4, 4), Formula(13, [1, 3, 3, 2], -1.3, 1.3).to(float64));

    [Fact]
    public void Affine_grid() => Check(x => nn.functional.affine_grid(x[0], [2, 3, 3, 4], align_corners: true), Values(14, 2, 2, 3));

    [Fact]
    public void Interpolation() => Check(
        x => cat([nn.functional.interpolate(x[0], [3, 3], mode: InterpolationMode.Area).flatten(), nn.functional.interpolate(x[0], [9, 5], mode: InterpolationMode.Bilinear).flatten()]),
        Values(15, 1, 2, 6, 6));

    [Fact]
    public void Logit_softmax_and_indexing() => Check(x => cat([logit(x[0]).flatten(), x[0].log_softmax(1).flatten(), x[0][1..3, 0]]),
        Formula(16, [4, 3], 0.2, 0.8).to(float64));
}
