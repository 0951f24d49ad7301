using Notable.Imaging;
using Notable.Learning.Acceleration;
using TorchSharp;

namespace Notable.Learning;

/// <summary>Applies an <see cref="InferenceTransform"/> to tensors, as in validation.</summary>
public static class InferenceTensors
{
    /// <summary>Transforms one picture.</summary>
    /// <param name="transform">The steps.</param>
    /// <param name="picture">Decoded with <see cref="InferenceTransform.Decode"/>.</param>
    /// <returns>[3, Size, Size] float32, in the current dispose scope.</returns>
    public static torch.Tensor Apply(this InferenceTransform transform, Picture picture)
    {
        using var batch = transform.Apply([picture]);
        return batch[0];
    }

    /// <summary>Transforms several pictures into one batch.</summary>
    /// <param name="transform">The steps.</param>
    /// <param name="pictures">Decoded with <see cref="InferenceTransform.Decode"/>; at least one.</param>
    /// <returns>[N, 3, Size, Size] float32, in the current dispose scope.</returns>
    public static torch.Tensor Apply(this InferenceTransform transform, IReadOnlyList<Picture> pictures)
    {
        using var scope = torch.NewDisposeScope();
        var pixels = PixelBatch.Allocate(pictures.Count, transform.Resize.Size);
        PixelBatch.Fill(pixels, i => transform.Resize.Apply(pictures[i]), CancellationToken.None);
        return transform.Finish(pixels, torch.CPU).MoveToOuterDisposeScope();
    }

    /// <summary>
    /// Transforms the parts of one picture selected by <see cref="InferenceTransform.Views"/>: [parts, 3, Size, Size] float32, in the current
    /// dispose scope.
    /// </summary>
    internal static torch.Tensor Parts(this InferenceTransform transform, Picture picture) => transform.Apply(transform.Views.Of(picture));

    /// <summary>Applies the steps to a whole batch of pixels.</summary>
    /// <param name="transform">The steps.</param>
    /// <param name="pixels">[N, S, S, 3] uint8.</param>
    /// <param name="device">The device to run on.</param>
    internal static torch.Tensor Finish(this InferenceTransform transform, torch.Tensor pixels, torch.Device device)
    {
        var (size, squared) = (transform.Size, transform.Resize.Size);
        // If the grid has the picture's own size, identity resampling changes nothing.
        if (FusedAugment.IsAvailableOn(device) && size == squared)
            return FusedTransforms.Plain(pixels, transform.Normalize);
        using var gradients = torch.no_grad();
        using var scope = torch.NewDisposeScope();
        var images = PixelBatch.ToFloat(pixels, device);
        // At equal size, identity resampling would change values by at most 1e-5: skip it.
        if (size != squared)
            images = Resampling.Apply(images, [Homography.Identity], size, size);
        return transform.Normalize.Apply_(images).MoveToOuterDisposeScope();
    }
}
