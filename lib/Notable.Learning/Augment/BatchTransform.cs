using TorchSharp;

namespace Notable.Learning;

/// <summary>Changes a whole batch of pictures at once, on the device that holds it.</summary>
/// <remarks>Runs in the caller's dispose scope and without gradients. It may change its input in place; use the returned tensor.</remarks>
public abstract class BatchTransform
{
    /// <summary>Lower runs first. Coordinate transforms are 30, lighting is 40, <see cref="Normalize"/> comes last.</summary>
    public abstract int Order { get; }

    /// <summary>Transforms a training batch, with separate random draws for every picture.</summary>
    /// <param name="images">[N, 3, H, W] float32 in 0 to 1.</param>
    /// <param name="random">Random generator of the batch.</param>
    public abstract torch.Tensor Apply(torch.Tensor images, Random random);
}
