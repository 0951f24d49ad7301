using Notable.Torch.Interop;

namespace TorchSharp.Modules;

/// <summary>A tensor that a module learns. It belongs to its module and to no dispose scope.</summary>
public class Parameter : torch.Tensor
{
    /// <summary>Takes the native tensor over from <paramref name="data"/>, which counts as disposed from then on.</summary>
    /// <param name="data">The first value; a leaf, not the result of operations that record gradients.</param>
    /// <param name="requires_grad">Whether gradients are recorded.</param>
    public Parameter(torch.Tensor data, bool requires_grad = true) : base(data.TakeHandle())
    {
        this.DetachFromDisposeScope();
        NativeError.Check(Native.nt_set_requires_grad(Handle, requires_grad));
    }
}
