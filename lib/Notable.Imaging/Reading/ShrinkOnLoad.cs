namespace Notable.Imaging.Reading;

/// <summary>Computes how far a decoder may shrink a picture during decoding.</summary>
internal static class ShrinkOnLoad
{
    /// <summary>
    /// Returns the largest divisor of a JPEG decoder (1, 2, 4, 8) that keeps the short side at <paramref name="minShortSide"/> or more.
    /// </summary>
    public static int JpegDivisor(int shortSide, int minShortSide)
    {
        var divisor = 8;
        while (divisor > 1 && shortSide / divisor < minShortSide)
            divisor /= 2;
        return divisor;
    }
}
