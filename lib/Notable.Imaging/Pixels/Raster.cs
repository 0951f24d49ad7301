namespace Notable.Imaging.Pixels;

/// <summary>
/// Decoded samples before conversion to RGB: rows from the top, bands interleaved, 8 or 16 bits (native byte order) per sample.
/// </summary>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="Bands">1 gray, 2 gray and alpha, 3 RGB, 4 RGB and alpha.</param>
/// <param name="Wide">Whether a sample has 16 bits.</param>
/// <param name="Samples">Width x Height x Bands samples.</param>
internal sealed record Raster(int Width, int Height, int Bands, bool Wide, byte[] Samples)
{
    /// <summary>Whether the last band is alpha.</summary>
    public bool HasAlpha => Bands is 2 or 4;
}
