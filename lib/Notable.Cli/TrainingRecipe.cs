using Notable.Learning;

namespace Notable.Cli;

/// <summary>The recipe of the notebook <c>02-train</c>: what <c>notable train</c> does, and what is measured of it.</summary>
internal static class TrainingRecipe
{
    /// <summary>One sub-folder a class, a random part for validation, crops and the usual augmentations.</summary>
    /// <param name="size">Side of the pictures, in pixels.</param>
    /// <param name="validPct">The part for validation.</param>
    /// <param name="seed">Draws that part.</param>
    public static DataBlock Block(int size, double validPct, int seed) => new()
    {
        GetItems = ImageFiles.In,
        Splitter = new RandomSplitter(validPct, seed),
        GetY = Labels.ParentFolder,
        ItemTransforms = [new RandomResizedCrop(size, minScale: 0.5)],
        BatchTransforms = AugTransforms.Default(),
    };
}
