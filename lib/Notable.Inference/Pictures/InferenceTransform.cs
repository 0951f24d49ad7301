using Notable.Imaging;

namespace Notable.Learning;

/// <summary>
/// How a file becomes what the network sees, without chance: decode, resize, to 0..1, one resampling by the identity where the
/// training augments coordinates (as fastai does), normalize. Validation and prediction both go this way, so they agree.
/// </summary>
/// <param name="Decode">How files become pixels.</param>
/// <param name="Resize">How a picture becomes a square.</param>
/// <param name="GridSize">Side of the identity resampling in pixels; null where there is none.</param>
/// <param name="Normalize">The last step.</param>
public sealed partial record InferenceTransform(DecodeOptions Decode, PictureResize Resize, int? GridSize, Normalize Normalize)
{
    /// <summary>Which parts of a picture the network sees in predictions. Validation uses whole pictures.</summary>
    public Views Views { get; init; }

    /// <summary>Side in pixels of the square the network sees.</summary>
    public int Size => GridSize ?? Resize.Size;

    /// <summary>The short side to decode with at least, in pixels; null decodes whole pictures.</summary>
    public int? MinShortSide => Decode.MinShortSide;
}
