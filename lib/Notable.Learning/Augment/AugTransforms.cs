namespace Notable.Learning;

/// <summary>Batch augmentations that work well for photos.</summary>
public static class AugTransforms
{
    /// <summary>
    /// Returns fastai's aug_transforms() with its defaults: flip, rotate, zoom and warp as one resampling, then brightness and contrast as
    /// one pass, drawn separately for every picture.
    /// </summary>
    /// <param name="doFlip">Whether to mirror half of the pictures.</param>
    /// <param name="maxRotate">Largest angle in degrees, in either direction.</param>
    /// <param name="minZoom">Smallest zoom factor.</param>
    /// <param name="maxZoom">Largest zoom factor.</param>
    /// <param name="maxLighting">Strength of brightness and contrast, 0 to 1.</param>
    /// <param name="maxWarp">Strength of the perspective tilt.</param>
    /// <param name="pAffine">Probability of each of rotate, zoom and the two tilts.</param>
    /// <param name="pLighting">Probability of each of brightness and contrast.</param>
    /// <param name="size">Side of the result in pixels; null keeps the size from the item transforms.</param>
    /// <param name="padMode">How to fill areas outside the picture; modes other than reflection take several times as long on a CPU.</param>
    public static IReadOnlyList<BatchTransform> Default(
        bool doFlip = true, double maxRotate = 10, double minZoom = 1, double maxZoom = 1.1, double maxLighting = 0.2,
        double maxWarp = 0.2, double pAffine = 0.75, double pLighting = 0.75, int? size = null,
        WarpPadding padMode = WarpPadding.Reflection) =>
    [
        new CoordinateTransform(
            [new Flip(doFlip ? 0.5 : 0), new Rotate(maxRotate, pAffine), new Zoom(minZoom, maxZoom, pAffine)],
            [new Warp(maxWarp, pAffine)],
            size, padMode),
        new LightingTransform(new Brightness(maxLighting, pLighting), new Contrast(maxLighting, pLighting)),
    ];
}
