using Notable.Testing;
using static TorchSharp.torch;

namespace Notable.Torch.Tests.Devices;

/// <summary>A test that runs on the device at hand and holds its results against the CPU's.</summary>
public abstract class DeviceTest : TensorTest
{
    /// <summary>The device of <see cref="TestDevice"/>; a missing GPU fails the test rather than passing it on the CPU.</summary>
    protected static Device Here { get; } = new(TestDevice.Current == "cuda" ? "cuda:0" : TestDevice.Current);

    /// <summary>Matrix products on a GPU may round to TF32.</summary>
    protected static double Tolerance => Here.type == TorchSharp.DeviceType.CPU ? 1e-5 : 2e-3;

    /// <summary>The largest difference of any element, taken on the CPU.</summary>
    protected static void AssertSame(Tensor expected, Tensor actual, double? tolerance = null)
    {
        Assert.Equal(Here, actual.device);
        Assert.Equal(expected.shape, actual.shape);
        var apart = expected.to(float64).sub(actual.cpu().to(float64)).abs().max().item<double>();
        Assert.True(apart <= (tolerance ?? Tolerance), $"off by {apart}");
    }
}
