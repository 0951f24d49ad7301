using Notable.Imaging;
using Notable.Learning.Acceleration;
using TorchSharp;

namespace Notable.Learning;

/// <summary>The pixels of a batch before the batch transforms: [N, S, S, 3] uint8, possibly still being filled by other threads.</summary>
internal sealed class PixelBatch : IDisposable
{
    private readonly torch.Tensor pixels;
    private readonly Task filling;

    /// <summary>Creates a batch that takes ownership of finished pixels.</summary>
    /// <param name="places">Indexes of the items in the loader's list.</param>
    /// <param name="pixels">[N, S, S, 3] uint8; in no dispose scope.</param>
    public PixelBatch(ReadOnlyMemory<int> places, torch.Tensor pixels) => (Places, this.pixels, filling) = (places, pixels, Task.CompletedTask);

    /// <summary>Creates a batch and starts other threads that fill it.</summary>
    /// <param name="places">Indexes of the items in the loader's list.</param>
    /// <param name="size">S: width and height of the pictures.</param>
    /// <param name="picture">Returns the picture at an index of the batch; called on any thread.</param>
    /// <param name="cancellation">Stops between two pictures.</param>
    public PixelBatch(ReadOnlyMemory<int> places, int size, Func<int, Picture> picture, CancellationToken cancellation)
    {
        (Places, pixels) = (places, Allocate(places.Length, size).DetachFromDisposeScope());
        filling = InterruptSafe.Start(() => Fill(pixels, picture, cancellation));
    }

    /// <summary>Indexes of the items in the loader's list.</summary>
    public ReadOnlyMemory<int> Places { get; }

    /// <summary>Waits for the pixels and returns them; this object keeps ownership.</summary>
    public torch.Tensor Wait()
    {
        filling.GetAwaiter().GetResult();
        return pixels;
    }

    /// <summary>Waits until no thread writes to the pixels, then frees them.</summary>
    public void Dispose()
    {
        // Wait already threw any error of pixels that were used; errors of unused pixels are ignored.
        InterruptSafe.WaitFor(filling);
        pixels.Dispose();
    }

    /// <summary>Allocates the pixels of a batch, in the current dispose scope.</summary>
    public static torch.Tensor Allocate(int count, int size) => torch.empty([count, size, size, 3], torch.ScalarType.Byte);

    /// <summary>Fills a batch, on all cores.</summary>
    /// <param name="pixels">[N, S, S, 3] uint8.</param>
    /// <param name="picture">Returns the picture at an index of the batch, S pixels wide and high; called on any thread.</param>
    /// <param name="cancellation">Stops between two pictures.</param>
    public static void Fill(torch.Tensor pixels, Func<int, Picture> picture, CancellationToken cancellation)
    {
        var (count, bytes) = ((int)pixels.shape[0], checked((int)(pixels.shape[1] * pixels.shape[2] * 3)));
        ParallelPictures.Each(count, i => picture(i).Pixels.CopyTo(pixels.bytes.Slice(i * bytes, bytes)), cancellation);
    }

    /// <summary>Copies pixels to a device; all such copies are made here.</summary>
    public static torch.Tensor To(torch.Tensor pixels, torch.Device device)
    {
        if (device.type != DeviceType.CUDA)
            return pixels.to(device);
        // From pinned memory the copy is asynchronous; libtorch keeps that memory until it is done.
        using var pinned = pixels.pin_memory();
        return pinned.to(device, non_blocking: true);
    }

    /// <summary>Returns pixels as [N, 3, S, S] float32 in 0 to 1 (channels last in memory), on a device.</summary>
    public static torch.Tensor ToFloat(torch.Tensor pixels, torch.Device device)
    {
        using var scope = torch.NewDisposeScope();
        using Scalar white = 255;
        return To(pixels, device).permute(0, 3, 1, 2).to_type(torch.ScalarType.Float32).div_(white).MoveToOuterDisposeScope();
    }
}
