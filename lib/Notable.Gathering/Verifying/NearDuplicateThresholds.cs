namespace Notable.Gathering;

/// <summary>
/// How similar two pictures must be to count as the same picture. <see cref="PerceptualHash"/>es find candidates, and
/// <see cref="ComparisonThumbnail"/>s decide. The values are measured; the tests of near duplicates check both sides.
/// </summary>
internal static class NearDuplicateThresholds
{
    /// <summary>Maximum number of different bits of two hashes, of 256; the default of <see cref="VerifyOptions.NearDuplicateBits"/>.</summary>
    public const int HashBits = 6;

    /// <summary>
    /// Maximum difference in brightness of two cells, of 255, after correcting global changes. Copies in other sizes and qualities differ
    /// by less.
    /// </summary>
    public const double MaxBrightnessDifference = 36;

    /// <summary>Maximum difference in color of two cells, of 255. Copies in other sizes and qualities differ by less.</summary>
    public const double MaxColorDifference = 24;

    /// <summary>Limits of the change in contrast that is corrected before the comparison. A larger change makes a picture different.</summary>
    public const double MinContrastGain = 0.6, MaxContrastGain = 1.7;

    /// <summary>
    /// Minimum difference of the darkest and the brightest cell, of 255, for a picture to be compared: the hash of another would be noise.
    /// </summary>
    public const int MinHashContrast = 8;
}
