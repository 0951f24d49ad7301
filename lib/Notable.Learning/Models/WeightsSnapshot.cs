using Notable.Learning.Acceleration;
using static TorchSharp.torch;

namespace Notable.Learning;

/// <summary>A copy of a network's weights in managed memory, to restore them later.</summary>
internal sealed class WeightsSnapshot
{
    private readonly (Tensor Own, byte[] Bytes)[] tensors;

    public WeightsSnapshot(nn.Module model)
    {
        using var scope = NewDisposeScope();
        tensors = [.. model.state_dict().Values.Select(own => (own, own.detach().ToBytes()))];
    }

    /// <summary>Copies the weights back into the network.</summary>
    public void Restore()
    {
        using var gradients = no_grad();
        using var scope = NewDisposeScope();
        foreach (var (own, bytes) in tensors)
            own.copy_(TensorBytes.FromBytes(bytes, own.dtype, own.shape));
    }
}
