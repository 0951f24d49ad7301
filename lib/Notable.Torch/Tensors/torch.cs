namespace TorchSharp;

/// <summary>
/// Tensors, modules and optimizers over the host's libtorch, under PyTorch's names and with the signatures of the TorchSharp
/// package for the part that is here, so that code above compiles against either.
/// </summary>
public static partial class torch
{
    /// <summary>The version of libtorch.</summary>
    public static string __version__ => Notable.Torch.Runtime.LibtorchVersion;
}
