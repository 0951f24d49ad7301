using Notable.Imaging;
using Notable.Learning.Acceleration;
using TorchSharp;

namespace Notable.Learning;

/// <summary>How pictures become a batch, in two steps: each by itself on any thread, then all together on the device.</summary>
internal interface IBatchMaker
{
    /// <summary>Side of the pictures between both steps.</summary>
    int PixelSize { get; }

    /// <summary>Whether chance has a part in either step.</summary>
    bool Draws { get; }

    /// <summary>The picture of <see cref="PixelSize"/> squared.</summary>
    Picture Pixels(Picture picture, Random random);

    /// <summary>What <see cref="Pixels"/> does to a picture of this size; null where that is not a plain resize.</summary>
    ResizePlan? Plan(int width, int height, Random random);

    /// <summary>[N, S, S, 3] uint8 to [N, 3, H, W] float32, normalised.</summary>
    torch.Tensor Images(torch.Tensor pixels, Random random);
}

/// <summary>As training sees them.</summary>
internal sealed class TrainingMaker : IBatchMaker
{
    private readonly IReadOnlyList<ItemTransform> itemTransforms;
    private readonly BatchTransform[] batchTransforms;
    private readonly InferenceTransform inference;
    private readonly Func<torch.Device> device;
    private readonly OnePass? onePass;

    public TrainingMaker(IReadOnlyList<ItemTransform> itemTransforms, IReadOnlyList<BatchTransform> batchTransforms,
        InferenceTransform inference, Func<torch.Device> device)
    {
        (this.itemTransforms, this.inference, this.device) = (itemTransforms, inference, device);
        PixelSize = itemTransforms.OfType<ResizeTransform>().Single().Size;
        this.batchTransforms = [.. batchTransforms.OrderBy(transform => transform.Order)];
        onePass = OnePass.Of(this.batchTransforms, inference.Normalize, PixelSize);
    }

    public int PixelSize { get; }

    public bool Draws => true;

    public Picture Pixels(Picture picture, Random random) =>
        itemTransforms.Aggregate(picture, (changed, transform) => transform.Apply(changed, random));

    public ResizePlan? Plan(int width, int height, Random random) =>
        itemTransforms is [ResizeTransform only] ? only.Plan(width, height, random) : null;

    public torch.Tensor Images(torch.Tensor pixels, Random random) =>
        onePass is not null && FusedAugment.IsAvailableOn(device()) ? onePass.Apply(pixels, random) : OneByOne(pixels, random);

    /// <summary>The transforms as operations on tensors, on any device.</summary>
    internal torch.Tensor OneByOne(torch.Tensor pixels, Random random)
    {
        using var gradients = torch.no_grad();
        using var scope = torch.NewDisposeScope();
        var images = PixelBatch.ToFloat(pixels, device());
        foreach (var transform in batchTransforms)
        {
            var changed = transform.Apply(images, random);
            // A large batch is not kept once more for every step.
            if (!ReferenceEquals(changed, images))
                images.Dispose();
            images = changed;
        }
        return inference.Normalize.Apply_(images).MoveToOuterDisposeScope();
    }
}

/// <summary>As validation sees them: the way of <see cref="InferenceTransform"/>.</summary>
internal sealed class ValidationMaker(InferenceTransform inference, Func<torch.Device> device) : IBatchMaker
{
    public int PixelSize => inference.Resize.Size;

    public bool Draws => false;

    public Picture Pixels(Picture picture, Random random) => inference.Resize.Apply(picture);

    public ResizePlan? Plan(int width, int height, Random random) => inference.Resize.Plan(width, height);

    public torch.Tensor Images(torch.Tensor pixels, Random random) => inference.Finish(pixels, device());
}
