using Notable.Samples.Drawing;

namespace Notable.Samples.Scene;

/// <summary>
/// The view of a flat note through a camera: maps pixels of the photo to points on the note. The note's coordinates run from -0.5 to 0.5
/// along its long side, with y pointing down.
/// </summary>
internal sealed class CameraView
{
    // Rows of the 3 x 3 matrix that maps (pixel x, pixel y, 1) to (note x, note y, w).
    private readonly double a, b, c, d, e, f, g, h, i;

    /// <summary>Places a note.</summary>
    /// <param name="centerX">Position of its center, in pixels.</param>
    /// <param name="centerY">Position of its center, in pixels.</param>
    /// <param name="length">Length of its long side at its center, in pixels.</param>
    /// <param name="halfTurn">The tangent of half the rotation angle.</param>
    /// <param name="tiltX">How much farther away its right end is than its center, as a fraction of the distance.</param>
    /// <param name="tiltY">The same for its lower edge.</param>
    public CameraView(double centerX, double centerY, double length, double halfTurn, double tiltX, double tiltY)
    {
        // Cosine and sine from the half-angle tangent: rational, so the same on every machine.
        var cos = (1 - halfTurn * halfTurn) / (1 + halfTurn * halfTurn);
        var sin = 2 * halfTurn / (1 + halfTurn * halfTurn);
        // Forward: pixel = (length R note + center w) / w with w = 1 + tilt . note.
        var (m00, m01, m02) = (length * cos + centerX * tiltX, -length * sin + centerX * tiltY, centerX);
        var (m10, m11, m12) = (length * sin + centerY * tiltX, length * cos + centerY * tiltY, centerY);
        // The adjugate replaces the inverse, because the scale cancels in the division by w.
        (a, b, c) = (m11 - m12 * tiltY, m02 * tiltY - m01, m01 * m12 - m02 * m11);
        (d, e, f) = (m12 * tiltX - m10, m00 - m02 * tiltX, m02 * m10 - m00 * m12);
        (g, h, i) = (m10 * tiltY - m11 * tiltX, m01 * tiltX - m00 * tiltY, m00 * m11 - m01 * m10);
    }

    /// <summary>Returns the point of the note plane at pixel (x, y), which may be outside the note.</summary>
    public Point ToNote(double x, double y)
    {
        var w = g * x + h * y + i;
        return new((a * x + b * y + c) / w, (d * x + e * y + f) / w);
    }
}
