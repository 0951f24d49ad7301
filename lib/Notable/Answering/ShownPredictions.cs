using Notable.Imaging;
using Notable.Learning;

namespace Notable;

/// <summary>Predicts pictures and prepares them for display.</summary>
internal static class ShownPredictions
{
    /// <summary>Predicts a file, and first shows it as a small upright JPEG; decodes it only once if that suffices for both.</summary>
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

    /// <summary>Returns the heat map of an answer over a displayed picture, as a JPEG.</summary>
    public static async Task<byte[]> HeatMapAsync(this Predictor predictor, ReadOnlyMemory<byte> shown, string answer, int longSide)
    {
        var map = await predictor.ExplainAsync(shown, answer).ConfigureAwait(false);
        return map.Overlay(longSide: longSide).ToJpeg();
    }

    /// <summary>Returns the picture as a JPEG with at most this long side.</summary>
    internal static byte[] Small(Picture picture, int longSide)
    {
        var scale = Math.Min(1.0, (double)longSide / Math.Max(picture.Width, picture.Height));
        return scale == 1
            ? picture.ToJpeg()
            : picture.Resize(Math.Max(1, (int)Math.Round(picture.Width * scale)), Math.Max(1, (int)Math.Round(picture.Height * scale))).ToJpeg();
    }
}
