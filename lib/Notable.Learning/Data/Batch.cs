using TorchSharp;

namespace Notable.Learning;

/// <summary>
/// Pictures and their classes, ready for the network. Belongs to no dispose scope: the caller who gets it from a loader disposes of it.
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
