using TorchSharp.Modules;

namespace TorchSharp;

/// <summary>PyTorch's first values of linear and convolution layers: uniform within 1 / sqrt(fan in), weight before bias.</summary>
internal static class FanInInitialisation
{
    internal static void Apply(Parameter weight, Parameter? bias)
    {
        torch.nn.init.kaiming_uniform_(weight, Math.Sqrt(5));
        if (bias is null) return;
        var bound = 1 / Math.Sqrt(torch.nn.init.Fans(weight).In);
        torch.nn.init.uniform_(bias, -bound, bound);
    }
}
