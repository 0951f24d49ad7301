using TorchSharp;

namespace Notable.Learning;

/// <summary>Where networks compute when nobody says where.</summary>
internal static class ComputeDevice
{
    /// <summary>The first CUDA device where libtorch finds one, else the CPU.</summary>
    public static torch.Device Best => torch.cuda.is_available() ? torch.CUDA : torch.CPU;
}
