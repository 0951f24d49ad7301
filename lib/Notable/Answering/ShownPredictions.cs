using Notable.Imaging;
using Notable.Learning;

namespace Notable;

/// <summary>Predictions beside small pictures that a page can show.</summary>
internal static class ShownPredictions
{
    /// <summary>
    /// The prediction of a file. Before it is computed, the file is shown as a small upright JPEG: decoded once for both where that serves both.
    /// </summary>
    public static async Task<Prediction> PredictShownAsync(
        this Predictor predictor, ReadOnlyMemory<byte> file, int longSide, string name, IProgress<int> place, Action<byte[]> show)
    {
        var said = await predictor.PredictAsync(file, picture =>
        {
            show(predictor.Card.Transform.Decode.ApplyOrientation ? Small(picture, longSide) : Thumbnails.Jpeg(file, longSide));
            return true;
        }, name: name, place: place).ConfigureAwait(false);
        return said.Prediction;
    }

    /// <summary>Where the model looked for its answer in a picture that was shown, laid over it, as a JPEG.</summary>
    public static async Task<byte[]> HeatMapAsync(this Predictor predictor, ReadOnlyMemory<byte> shown, string answer, int longSide)
    {
        var map = await predictor.ExplainAsync(shown, answer).ConfigureAwait(false);
        return map.Overlay(longSide: longSide).ToJpeg();
    }

    /// <summary>The picture as a JPEG that is no longer than this on either side.</summary>
    internal static byte[] Small(Picture picture, int longSide)
    {
        var scale = Math.Min(1.0, (double)longSide / Math.Max(picture.Width, picture.Height));
        return scale == 1
            ? picture.ToJpeg()
            : picture.Resize(Math.Max(1, (int)Math.Round(picture.Width * scale)), Math.Max(1, (int)Math.Round(picture.Height * scale))).ToJpeg();
    }
}
