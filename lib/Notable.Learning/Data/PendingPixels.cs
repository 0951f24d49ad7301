using Notable.Learning.Acceleration;
using Notable.Imaging;
using TorchSharp;

namespace Notable.Learning;

/// <summary>The pixels of a batch that other threads are filling. Disposing waits until they let go of the memory.</summary>
internal sealed class PendingPixels : IPixels
{
    private readonly torch.Tensor pixels;
    private readonly Task filling;

    public PendingPixels(ReadOnlyMemory<int> places, int size, Func<int, Picture> picture, CancellationToken cancellation)
    {
        Places = places;
        pixels = PixelBatch.Allocate(places.Length, size).DetachFromDisposeScope();
        filling = Threads.Start(() => PixelBatch.Fill(pixels, picture, cancellation));
    }

    /// <inheritdoc/>
    public ReadOnlyMemory<int> Places { get; }

    /// <inheritdoc/>
    public torch.Tensor Result()
    {
        filling.GetAwaiter().GetResult();
        return pixels;
    }

    public void Dispose()
    {
        // An error of pixels that were asked for came out of Result; of others nobody wants to know.
        Threads.Outlast(filling);
        pixels.Dispose();
    }
}
