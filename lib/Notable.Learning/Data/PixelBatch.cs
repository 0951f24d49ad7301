using Notable.Learning.Acceleration;
using Notable.Imaging;
using TorchSharp;

namespace Notable.Learning;

/// <summary>The pixels of a batch before the steps on whole batches: [N, S, S, 3] uint8, filled by several threads.</summary>
internal static class PixelBatch
{
    /// <summary>Room for a batch, for the current dispose scope.</summary>
    public static torch.Tensor Allocate(int count, int size) => torch.empty([count, size, size, 3], torch.ScalarType.Byte);

    /// <summary>Fills the batch, on all cores.</summary>
    /// <param name="pixels">[N, S, S, 3] uint8.</param>
    /// <param name="picture">The picture of a place, S pixels wide and high; called on any thread.</param>
    /// <param name="cancellation">Stops between two pictures.</param>
    public static void Fill(torch.Tensor pixels, Func<int, Picture> picture, CancellationToken cancellation)
    {
        var (count, bytes) = ((int)pixels.shape[0], checked((int)(pixels.shape[1] * pixels.shape[2] * 3)));
        AllCores.Each(count, i => picture(i).Pixels.CopyTo(pixels.bytes.Slice(i * bytes, bytes)), cancellation);
    }

    /// <summary>The pixels on a device; the one place where they cross over.</summary>
    public static torch.Tensor To(torch.Tensor pixels, torch.Device device)
    {
        if (device.type != DeviceType.CUDA)
            return pixels.to(device);
        // From pinned memory the copy runs beside the program; libtorch keeps that memory until it is done.
        using var pinned = pixels.pin_memory();
        return pinned.to(device, non_blocking: true);
    }

    /// <summary>The batch as [N, 3, S, S] float32 in 0 to 1 (channels last in memory), on a device.</summary>
    public static torch.Tensor ToFloat(torch.Tensor pixels, torch.Device device)
    {
        using var scope = torch.NewDisposeScope();
        using Scalar white = 255;
        return To(pixels, device).permute(0, 3, 1, 2).to_type(torch.ScalarType.Float32).div_(white).MoveToOuterDisposeScope();
    }
}
