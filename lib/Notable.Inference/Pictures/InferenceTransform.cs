using Notable.Imaging;

namespace Notable.Learning;

/// <summary>
/// The deterministic preprocessing from a file to the network's input: decode, resize, scale to 0..1, resample by the identity if the
/// training augments coordinates (as fastai does), normalize. Validation and prediction both use it, so they agree.
/// </summary>
/// <param name="Decode">How files are decoded.</param>
/// <param name="Resize">How a picture is made square.</param>
/// <param name="GridSize">Side of the identity resampling in pixels; null for none.</param>
/// <param name="Normalize">The last step.</param>
public sealed partial record InferenceTransform(DecodeOptions Decode, PictureResize Resize, int? GridSize, Normalize Normalize)
{
    /// <summary>Which parts of a picture the network sees in predictions. Validation uses whole pictures.</summary>
    public Views Views { get; init; }

    /// <summary>Side in pixels of the square the network sees.</summary>
    public int Size => GridSize ?? Resize.Size;

    /// <summary>Minimum short side to decode with, in pixels; null decodes at full size.</summary>
    public int? MinShortSide => Decode.MinShortSide;
}
