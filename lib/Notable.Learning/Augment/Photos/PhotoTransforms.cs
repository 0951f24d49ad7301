namespace Notable.Learning;

/// <summary>
/// The augmentations for photos of flat things as people take them: hand-held, at any angle, far and near, partly covered, in poor
/// light. What they change is measured in <c>tests/Benchmarks/RESULTS-recipe.md</c>.
/// </summary>
public static class PhotoTransforms
{
    /// <summary>
    /// One picture's transforms, the resize among them; validation and prediction see the whole picture, in a square about a third
    /// larger (a multiple of 32: 256 for 192).
    /// </summary>
    /// <param name="size">Side of the square the network sees in training, in pixels.</param>
    /// <param name="pScene">Share of the pictures that become a <see cref="Scene"/>.</param>
    /// <param name="minCrop">The smallest part of a picture or scene that is seen, 0 to 1.</param>
    /// <param name="pTurned">Share that is <see cref="Turned"/>.</param>
    /// <param name="pCovered">Share that is <see cref="Covered"/>.</param>
    /// <param name="pGrayscale">Share that becomes <see cref="Grayscale"/>.</param>
    /// <param name="pTinted">Share that is <see cref="Tinted"/>.</param>
    /// <param name="pBlurred">Share that is <see cref="Blurred"/>.</param>
    /// <param name="pCompressed">Share that is <see cref="Compressed"/>.</param>
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

    /// <summary>A batch's transforms: the usual ones at a steeper slant, and not mirrored, as writing never is.</summary>
    public static IReadOnlyList<BatchTransform> Batch() =>
        AugTransforms.Default(doFlip: false, maxRotate: 15, maxLighting: 0.4, maxWarp: 0.35);
}
