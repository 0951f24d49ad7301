using Notable.Learning.Acceleration;
using static TorchSharp.torch;

namespace Notable.Learning;

/// <summary>A copy of a network's numbers in managed memory, to go back to.</summary>
internal sealed class WeightsSnapshot
{
    private readonly (Tensor Own, byte[] Bytes)[] tensors;

    public WeightsSnapshot(nn.Module model)
    {
        using var scope = NewDisposeScope();
        tensors = [.. model.state_dict().Values.Select(own => (own, own.detach().ToBytes()))];
    }

    /// <summary>Puts the numbers back into the network's own tensors.</summary>
    public void Restore()
    {
        using var gradients = no_grad();
        using var scope = NewDisposeScope();
        foreach (var (own, bytes) in tensors)
            own.copy_(TensorBytes.FromBytes(bytes, own.dtype, own.shape));
    }
}
