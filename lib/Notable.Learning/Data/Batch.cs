using TorchSharp;

namespace Notable.Learning;

/// <summary>
/// Some pictures and their classes, ready for the network. Belongs to no dispose scope: whoever takes it from a loader disposes
/// it.
/// </summary>
/// <param name="Images">[N, 3, H, W] float32, augmented (training) and normalized.</param>
/// <param name="Labels">[N] int64, indexes into the vocabulary.</param>
public sealed record Batch(torch.Tensor Images, torch.Tensor Labels) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose()
    {
        Images.Dispose();
        Labels.Dispose();
    }
}
