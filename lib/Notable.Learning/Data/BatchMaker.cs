using Notable.Imaging;
using Notable.Learning.Acceleration;
using TorchSharp;

namespace Notable.Learning;

/// <summary>
/// Makes batches from pictures in two steps: <see cref="Pixels"/> resizes each picture separately, on any thread; <see cref="Images"/>
/// then turns all of them together into the network's input, on a device.
/// </summary>
internal sealed class BatchMaker
{
    private readonly InferenceTransform inference;
    private readonly IReadOnlyList<ItemTransform>? itemTransforms;
    private readonly BatchTransform[] batchTransforms = [];
    private readonly FusedTransforms? fusedTransforms;

    /// <summary>Creates a maker of validation batches, without randomness.</summary>
    public BatchMaker(InferenceTransform inference) => (this.inference, PixelSize) = (inference, inference.Resize.Size);

    /// <summary>Creates a maker of training batches.</summary>
    /// <param name="inference">Provides the final normalization.</param>
    /// <param name="itemTransforms">Transforms of each picture; exactly one of them resizes.</param>
    /// <param name="batchTransforms">Transforms of the batch, applied by their order.</param>
    public BatchMaker(InferenceTransform inference, IReadOnlyList<ItemTransform> itemTransforms, IReadOnlyList<BatchTransform> batchTransforms)
    {
        (this.inference, this.itemTransforms) = (inference, itemTransforms);
        PixelSize = itemTransforms.OfType<ResizeTransform>().Single().Size;
        this.batchTransforms = [.. batchTransforms.OrderBy(transform => transform.Order)];
        fusedTransforms = FusedTransforms.Of(this.batchTransforms, inference.Normalize, PixelSize);
    }

    /// <summary>Side in pixels of the pictures between the two steps.</summary>
    public int PixelSize { get; }

    /// <summary>Whether either step is random.</summary>
    public bool Draws => itemTransforms is not null;

    /// <summary>Returns the picture resized to <see cref="PixelSize"/> squared.</summary>
    public Picture Pixels(Picture picture, Random random) => itemTransforms is null
        ? inference.Resize.Apply(picture)
        : itemTransforms.Aggregate(picture, (changed, transform) => transform.Apply(changed, random));

    /// <summary>
    /// Returns the resize that <see cref="Pixels"/> applies to a picture of this size; null if it does more than a plain resize.
    /// </summary>
    public ResizePlan? Plan(int width, int height, Random random) => itemTransforms switch
    {
        null => inference.Resize.Plan(width, height),
        [ResizeTransform only] => only.Plan(width, height, random),
        _ => null,
    };

    /// <summary>Converts [N, S, S, 3] uint8 to [N, 3, H, W] float32, normalized, on the device.</summary>
    public torch.Tensor Images(torch.Tensor pixels, Random random, torch.Device device)
    {
        if (itemTransforms is null)
            return inference.Finish(pixels, device);
        return fusedTransforms is not null && FusedAugment.IsAvailableOn(device) ? fusedTransforms.Apply(pixels, random) : OneByOne(pixels, random, device);
    }

    /// <summary>Applies the batch transforms as tensor operations, on any device.</summary>
    internal torch.Tensor OneByOne(torch.Tensor pixels, Random random, torch.Device device)
    {
        using var gradients = torch.no_grad();
        using var scope = torch.NewDisposeScope();
        var images = PixelBatch.ToFloat(pixels, device);
        foreach (var transform in batchTransforms)
        {
            var changed = transform.Apply(images, random);
            // Frees each intermediate batch, which can be large.
            if (!ReferenceEquals(changed, images))
                images.Dispose();
            images = changed;
        }
        return inference.Normalize.Apply_(images).MoveToOuterDisposeScope();
    }
}
