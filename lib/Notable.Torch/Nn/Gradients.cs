using Notable.Torch.Interop;
using TorchSharp.Modules;

namespace TorchSharp;

/// <summary>What concerns the gradients of many parameters at once, each in one native call.</summary>
internal static class Gradients
{
    internal static void Zero(IReadOnlyList<Parameter> parameters, bool setToNone)
    {
        using var handles = torch.Handles(parameters);
        NativeError.Check(Native.nt_zero_grads(handles.Pointers, handles.Count, setToNone));
    }

    /// <summary>Scales the gradients there are so that their joint norm is at most a bound; gives the norm before.</summary>
    internal static double ClipNorm(IReadOnlyList<Parameter> parameters, double bound, double normType)
    {
        using var handles = torch.Handles(parameters);
        NativeError.Check(Native.nt_clip_grad_norm(handles.Pointers, handles.Count, bound, normType, out var total));
        return total;
    }
}
