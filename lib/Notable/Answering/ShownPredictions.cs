using Notable.Imaging;
using Notable.Learning;

namespace Notable;

/// <summary>Predicts pictures and prepares them for display.</summary>
internal static class ShownPredictions
{
    /// <summary>
    /// Predicts a picture file, and before that passes a small upright JPEG of it to <paramref name="show"/>. The file is decoded once for both,
    /// except for models that see pictures without their EXIF orientation: for these, the JPEG is decoded separately.
    /// </summary>
    /// <param name="predictor">The predictor.</param>
    /// <param name="file">The bytes of the file.</param>
    /// <param name="longSide">Maximum long side of the JPEG, in pixels.</param>
    /// <param name="name">The file's name, for error messages.</param>
    /// <param name="place">Receives the number of predictions before this one while it waits in the queue.</param>
    /// <param name="show">Receives the JPEG.</param>
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
