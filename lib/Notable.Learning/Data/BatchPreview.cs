using Notable.Imaging;
using Notable.Display.Figures;
using TorchSharp;

namespace Notable.Learning;

/// <summary>Some pictures of the training loader, as the network sees them.</summary>
internal static class BatchPreview
{
    public static PictureGrid Of(DataLoaders dls, int maxN, bool unique, Random random)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxN, 1);
        using var batch = dls.Train.Preview(maxN, unique, random);
        using var scope = torch.NewDisposeScope();
        using Scalar black = 0, white = 255;
        var pixels = dls.Normalize.Decode(batch.Images).mul_(white).round().clamp_(black, white)
            .to_type(torch.ScalarType.Byte).permute(0, 2, 3, 1).cpu().contiguous();
        var labels = batch.Labels.cpu().data<long>().ToArray();
        var columns = Math.Min(4, labels.Length);
        return new(labels.Select((label, i) => (Jpeg(pixels[i]), dls.Answers[(int)label])).ToArray(), columns);
    }

    private static byte[] Jpeg(torch.Tensor pixels) =>
        new Picture((int)pixels.shape[1], (int)pixels.shape[0], pixels.data<byte>().ToArray()).ToJpeg();
}
