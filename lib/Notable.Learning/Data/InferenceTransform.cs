using Notable.Imaging;
using Notable.Learning.Acceleration;
using TorchSharp;

namespace Notable.Learning;

/// <summary>
/// How a file becomes what the network sees, without chance: decode, resize, to 0..1, one resampling by the identity where the
/// training augments coordinates (as fastai does), normalise. Validation and prediction both go this way, so they agree.
/// </summary>
/// <param name="Decode">How files become pixels.</param>
/// <param name="Resize">How a picture becomes a square.</param>
/// <param name="GridSize">Side of the identity resampling in pixels; null where there is none.</param>
/// <param name="Normalize">The last step.</param>
public sealed partial record InferenceTransform(DecodeOptions Decode, PictureResize Resize, int? GridSize, Normalize Normalize)
{
    /// <summary>What of a picture is shown to the network when a model is asked about it; validation sees whole pictures.</summary>
    public Views Views { get; init; }

    /// <summary>Side in pixels of the square the network sees.</summary>
    public int Size => GridSize ?? Resize.Size;

    /// <summary>The short side to decode with at least, in pixels; null decodes whole pictures.</summary>
    public int? MinShortSide => Decode.MinShortSide;

    /// <summary>One picture.</summary>
    /// <param name="picture">Decoded with <see cref="Decode"/>.</param>
    /// <returns>[3, Size, Size] float32, for the current dispose scope.</returns>
    public torch.Tensor Apply(Picture picture)
    {
        using var batch = Apply([picture]);
        return batch[0];
    }

    /// <summary>Several pictures as one batch.</summary>
    /// <param name="pictures">Decoded with <see cref="Decode"/>; at least one.</param>
    /// <returns>[N, 3, Size, Size] float32, for the current dispose scope.</returns>
    public torch.Tensor Apply(IReadOnlyList<Picture> pictures)
    {
        using var scope = torch.NewDisposeScope();
        var pixels = PixelBatch.Allocate(pictures.Count, Resize.Size);
        PixelBatch.Fill(pixels, i => Resize.Apply(pictures[i]), CancellationToken.None);
        return Finish(pixels, torch.CPU).MoveToOuterDisposeScope();
    }

    /// <summary>The parts of one picture that <see cref="Views"/> show: [parts, 3, Size, Size] float32, for the current dispose scope.</summary>
    internal torch.Tensor Parts(Picture picture) => Apply(Views.Of(picture));

    /// <summary>The steps on a whole batch.</summary>
    /// <param name="pixels">[N, S, S, 3] uint8.</param>
    /// <param name="device">Where they run.</param>
    internal torch.Tensor Finish(torch.Tensor pixels, torch.Device device)
    {
        // Where the grid has the picture's own size, resampling by the identity moves nothing.
        if (FusedAugment.IsAvailableOn(device) && Size == Resize.Size)
            return OnePass.Plain(pixels, Normalize);
        using var gradients = torch.no_grad();
        using var scope = torch.NewDisposeScope();
        var images = PixelBatch.ToFloat(pixels, device);
        // At the same size the identity moves no value by more than 1e-5.
        if (GridSize is { } size && size != Resize.Size)
            images = Resampling.Apply(images, [Homography.Identity], size, size);
        return Normalize.Apply_(images).MoveToOuterDisposeScope();
    }
}
