using Notable.Torch.Interop;
using TorchSharp.Modules;

namespace TorchSharp;

/// <summary>A tensor of zeros for each parameter, made when it first has a gradient and laid out in memory like the parameter.</summary>
internal sealed class Moments(Parameter[] parameters) : IDisposable
{
    private readonly torch.Tensor?[] tensors = new torch.Tensor?[parameters.Length];

    internal HandleList Handles()
    {
        for (var i = 0; i < tensors.Length; i++)
            if (tensors[i] is null && Native.nt_has_grad(parameters[i].Handle))
                tensors[i] = torch.zeros_like(parameters[i]).DetachFromDisposeScope();
        return torch.Handles(tensors);
    }

    public void Dispose()
    {
        foreach (var tensor in tensors) tensor?.Dispose();
    }
}
