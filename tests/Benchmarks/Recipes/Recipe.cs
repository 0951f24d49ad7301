using System.Globalization;
using System.Reflection;
using Notable.Learning;

namespace Benchmarks.Recipes;

/// <summary>A way of training, as words: <c>photos</c>, <c>plain</c>, or <c>photos,epochs=20,pScene=0.3</c>.</summary>
internal sealed record Recipe
{
    public string Name { get; init; } = "photos";
    public bool Photos { get; init; } = true;
    public bool Negatives { get; init; } = true;
    public int Size { get; init; } = 224;
    public int Epochs { get; init; } = 12;
    public int Frozen { get; init; } = 1;
    public int Batch { get; init; } = 16;
    public double Rate { get; init; } = 2e-3;
    public double LrMult { get; init; } = 100;
    public int From { get; init; } = 1;
    public int Threads { get; init; } = 1;
    public int Seed { get; init; } = 42;
    public double Scene { get; init; } = 0.5;
    public double MinCrop { get; init; } = 0.4;
    public double Covered { get; init; } = 0.3;
    public double Grey { get; init; } = 0.15;
    public double Tinted { get; init; } = 0.4;
    public double Blurred { get; init; } = 0.25;
    public double Compressed { get; init; } = 0.2;

    public IReadOnlyList<ItemTransform> Items => Photos
        ? PhotoTransforms.Items(Size, Scene, MinCrop, Covered, Grey, Tinted, Blurred, Compressed)
        : [new RandomResizedCrop(Size, minScale: 0.5)];

    public IReadOnlyList<BatchTransform> BatchTransforms => Photos ? PhotoTransforms.Batch() : AugTransforms.Default();

    /// <summary>The head first, then the groups that train, early ones slowest; in the one before, nothing.</summary>
    public void Train(Learner learn)
    {
        if (From == 0)
        {
            learn.FineTune(Epochs, Rate, Frozen, LrMult);
            return;
        }
        learn.TrainNorms = false;
        learn.Freeze();
        learn.FitOneCycle(Frozen, Rate, pctStart: 0.99);
        learn.FreezeTo(From);
        learn.FitOneCycle(Epochs, LearningRates.Between(Rate / 2 / LrMult, Rate / 2), pctStart: 0.3, div: 5);
    }

    public static Recipe Parse(string words)
    {
        var recipe = words.StartsWith("plain", StringComparison.Ordinal)
            ? new Recipe { Photos = false, Negatives = false, Epochs = 4, From = 0 }
            : new Recipe();
        foreach (var pair in words.Split(',').Skip(1).Select(word => word.Split('=')))
        {
            var property = typeof(Recipe).GetProperty(pair[0], BindingFlags.IgnoreCase | BindingFlags.Instance | BindingFlags.Public)
                ?? throw new ArgumentException($"a recipe has no {pair[0]}");
            property.SetValue(recipe, Convert.ChangeType(pair[1], property.PropertyType, CultureInfo.InvariantCulture));
        }
        return recipe with { Name = words };
    }
}
