using Notable.Imaging;

namespace Notable.Learning;

public sealed partial class Predictor
{
    /// <summary>Returns a heat map of the parts of a picture that support a class (Grad-CAM). Queued with the predictions.</summary>
    /// <param name="picture">Decoded by the card's <see cref="InferenceTransform.Decode"/>.</param>
    /// <param name="label">The class; by default the predicted one.</param>
    /// <exception cref="ArgumentException">The model does not have this class.</exception>
    public HeatMap Explain(Picture picture, string? label = null) => InferencePool.Run(() => MapOf(picture, label));

    /// <summary>Returns a heat map for the content of a picture file, without blocking the caller.</summary>
    /// <param name="file">The bytes of the file. They must not be changed before the task ends.</param>
    /// <param name="label">The class; by default the predicted one.</param>
    /// <param name="cancellation">Cancels waiting.</param>
    /// <exception cref="ImagingException">The bytes cannot be read as a picture.</exception>
    public Task<HeatMap> ExplainAsync(ReadOnlyMemory<byte> file, string? label = null, CancellationToken cancellation = default) =>
        InferencePool.RunAsync(() => MapOf(Picture.Decode(file, Card.Transform.Decode), label), cancellation);

    /// <remarks>The calibration and views may lead to another answer than the network's highest score for the whole picture.</remarks>
    private HeatMap MapOf(Picture picture, string? label) => Map(picture, label ?? Answer(picture).Answer);

    private HeatMap Map(Picture picture, string label)
    {
        var place = HeatMap.PlaceOf(label, Card.Answers);
        var (features, rows, columns) = session.Features(Card.Transform.Resize.Apply(picture).Pixels.ToArray());
        return new(label, ClassActivation.Of(features, rows, columns, head, place), picture, VisibleRegion.Of(Card.Transform.Resize, picture));
    }
}
