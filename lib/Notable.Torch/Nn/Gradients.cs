using Notable.Torch.Interop;
using TorchSharp.Modules;

namespace TorchSharp;

/// <summary>What concerns the gradients of many parameters at once, each in one native call.</summary>
internal static class Gradients
{
    internal static void Zero(IList<Parameter> parameters, bool setToNone)
    {
        using var handles = torch.Handles([.. parameters]);
        NativeError.Check(Native.nt_zero_grads(handles.Pointers, handles.Count, setToNone));
    }

    /// <summary>The parameters that have a gradient, with new handles on these gradients: dispose them.</summary>
    internal static (List<torch.Tensor> Parameters, List<torch.Tensor> Grads) Present(IEnumerable<torch.Tensor> parameters)
    {
        List<torch.Tensor> present = [], grads = [];
        foreach (var parameter in parameters)
        {
            if (parameter.grad is not { } grad) continue;
            present.Add(parameter);
            grads.Add(grad);
        }
        return (present, grads);
    }
}
