namespace Notable.Imaging.Reading;

/// <summary>How far a decoder may shrink a picture while it decodes.</summary>
internal static class ShrinkOnLoad
{
    /// <summary>
    /// The largest divisor a JPEG decoder offers (1, 2, 4, 8) that keeps the short side at <paramref name="minShortSide"/> or
    /// more.
    /// </summary>
    public static int JpegDivisor(int shortSide, int minShortSide)
    {
        var divisor = 8;
        while (divisor > 1 && shortSide / divisor < minShortSide)
            divisor /= 2;
        return divisor;
    }
}
