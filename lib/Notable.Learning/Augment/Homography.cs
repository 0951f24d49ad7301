namespace Notable.Learning;

/// <summary>
/// A map of picture coordinates (x to the right, y down, both -1 to 1, center 0) by a 3x3 matrix:
/// (x', y') = (m00 x + m01 y + m02, m10 x + m11 y + m12) / (m20 x + m21 y + m22). It maps positions in the result to positions in the
/// source, so several steps combine into one matrix and one resampling.
/// </summary>
public readonly record struct Homography(
    double M00, double M01, double M02, double M10, double M11, double M12, double M20 = 0, double M21 = 0, double M22 = 1)
{
    /// <summary>The map that changes nothing.</summary>
    public static Homography Identity { get; } = new(1, 0, 0, 0, 1, 0);

    /// <summary>Combines two maps, <paramref name="second"/> applied first (a matrix product).</summary>
    public static Homography operator *(Homography first, Homography second)
    {
        var (a, b) = (first, second);
        return new(
            a.M00 * b.M00 + a.M01 * b.M10 + a.M02 * b.M20,
            a.M00 * b.M01 + a.M01 * b.M11 + a.M02 * b.M21,
            a.M00 * b.M02 + a.M01 * b.M12 + a.M02 * b.M22,
            a.M10 * b.M00 + a.M11 * b.M10 + a.M12 * b.M20,
            a.M10 * b.M01 + a.M11 * b.M11 + a.M12 * b.M21,
            a.M10 * b.M02 + a.M11 * b.M12 + a.M12 * b.M22,
            a.M20 * b.M00 + a.M21 * b.M10 + a.M22 * b.M20,
            a.M20 * b.M01 + a.M21 * b.M11 + a.M22 * b.M21,
            a.M20 * b.M02 + a.M21 * b.M12 + a.M22 * b.M22);
    }

    /// <summary>
    /// Adapts the map to a picture that is not square: coordinates run from -1 to 1 along both sides, so the terms that mix x and y are scaled
    /// by the aspect ratio.
    /// </summary>
    /// <param name="height">Height of the picture.</param>
    /// <param name="width">Width of the picture.</param>
    public Homography ForShape(long height, long width) =>
        this with { M01 = M01 * height / width, M10 = M10 * width / height };

    /// <summary>Writes the nine numbers, row by row, as [3, 3] float32.</summary>
    /// <param name="target">At least nine elements.</param>
    public void CopyTo(Span<float> target)
    {
        ReadOnlySpan<double> values = [M00, M01, M02, M10, M11, M12, M20, M21, M22];
        for (var i = 0; i < values.Length; i++)
            target[i] = (float)values[i];
    }
}
