using TorchSharp;

namespace Notable.Learning;

/// <summary>
/// The pictures of a data set in a device's memory, where they are resized for each batch: only the crop boxes are sent to the device.
/// </summary>
internal sealed class ResidentPictures : IDisposable
{
    private readonly List<torch.Tensor> pictures = [];

    /// <summary>Copies all pictures to the device.</summary>
    public ResidentPictures(PictureStore store, torch.Device device)
    {
        try
        {
            for (var i = 0; i < store.Paths.Count; i++)
                pictures.Add(OnDevice(store[i], device));
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Returns the pixels of some pictures, each resized by its plan.</summary>
    /// <param name="places">Indexes of the batch's pictures in the loader's list.</param>
    /// <param name="index">Returns the index in the store for an index in the loader's list.</param>
    /// <param name="plan">Returns the resize of the picture at a position of the batch, from its width and height.</param>
    public PixelBatch Resized(ReadOnlyMemory<int> places, Func<int, int> index, Func<int, int, int, ResizePlan> plan)
    {
        using var scope = torch.NewDisposeScope();
        return new(places, torch.stack([.. Enumerable.Range(0, places.Length).Select(Resized)]).DetachFromDisposeScope());

        torch.Tensor Resized(int i)
        {
            var picture = pictures[index(places.Span[i])];
            return plan(i, (int)picture.shape[1], (int)picture.shape[0]).Apply(picture);
        }
    }

    public void Dispose() => pictures.ForEach(picture => picture.Dispose());

    private static torch.Tensor OnDevice(Imaging.Picture picture, torch.Device device)
    {
        using var scope = torch.NewDisposeScope();
        var host = torch.empty([picture.Height, picture.Width, 3], torch.ScalarType.Byte);
        picture.Pixels.CopyTo(host.bytes);
        return PixelBatch.To(host, device).DetachFromDisposeScope();
    }
}
