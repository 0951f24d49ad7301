namespace Notable.Learning;

/// <summary>
/// Augmentations for hand-held photos of flat things: at any angle, near and far, partly covered, in poor light. Their effect is measured in
/// <c>tests/Benchmarks/RESULTS-recipe.md</c>.
/// </summary>
public static class PhotoTransforms
{
    /// <summary>
    /// Returns the item transforms, including the resize; validation and prediction use the whole picture, in a square about a third
    /// larger (a multiple of 32: 256 for 192).
    /// </summary>
    /// <param name="size">Side of the square the network sees in training, in pixels.</param>
    /// <param name="pScene">Fraction of the pictures placed in a <see cref="Scene"/>.</param>
    /// <param name="minCrop">Smallest part of a picture or scene that is used, 0 to 1.</param>
    /// <param name="pTurned">Fraction that is <see cref="Turned"/>.</param>
    /// <param name="pCovered">Fraction that is <see cref="Covered"/>.</param>
    /// <param name="pGrayscale">Fraction converted to <see cref="Grayscale"/>.</param>
    /// <param name="pTinted">Fraction that is <see cref="Tinted"/>.</param>
    /// <param name="pBlurred">Fraction that is <see cref="Blurred"/>.</param>
    /// <param name="pCompressed">Fraction that is <see cref="Compressed"/>.</param>
    public static IReadOnlyList<ItemTransform> Items(int size, double pScene = 0.5, double minCrop = 0.5, double pTurned = 0.5, double pCovered = 0.3,
        double pGrayscale = 0.15, double pTinted = 0.5, double pBlurred = 0.2, double pCompressed = 0.15) =>
    [
        new Scene(size * 4 / 3, p: pScene),
        new RandomResizedCrop(size, minCrop, minRatio: 0.4, maxRatio: 2.5, valXtra: 0, validSize: Math.Max(size, size * 4 / 3 / 32 * 32)),
        new Turned(pTurned),
        new Covered(p: pCovered),
        new Grayscale(pGrayscale),
        new Tinted(p: pTinted),
        new Blurred(p: pBlurred),
        new Compressed(p: pCompressed),
    ];

    /// <summary>
    /// Returns the batch transforms: the usual ones with a stronger warp, and without mirroring, since text is never mirrored.
    /// </summary>
    public static IReadOnlyList<BatchTransform> Batch() =>
        AugTransforms.Default(doFlip: false, maxRotate: 15, maxLighting: 0.4, maxWarp: 0.35);
}
