using TorchSharp;

namespace Notable.Learning;

/// <summary>Changes a whole batch of pictures at once, on the device that holds it.</summary>
/// <remarks>
/// Runs inside the caller's dispose scope and without gradients. It may change its input in place, and returns the result.
/// </remarks>
public abstract class BatchTransform
{
    /// <summary>Lower runs first. Coordinates are 30, lighting is 40, <see cref="Normalize"/> comes after all.</summary>
    public abstract int Order { get; }

    /// <summary>The batch as training sees it; every picture has its own draws.</summary>
    /// <param name="images">[N, 3, H, W] float32 in 0 to 1.</param>
    /// <param name="random">The batch's own stream.</param>
    public abstract torch.Tensor Apply(torch.Tensor images, Random random);
}
