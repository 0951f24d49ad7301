using System.Globalization;
using System.Reflection;
using Notable.Learning;

namespace Benchmarks.Recipes;

/// <summary>A way of training, as words: <c>photos</c>, <c>plain</c>, or <c>photos,epochs=20,pScene=0.3</c>.</summary>
internal sealed record Recipe
{
    public string Name { get; init; } = "photos";
    public string Arch { get; init; } = "resnet18";
    public bool Photos { get; init; } = true;
    public bool Negatives { get; init; } = true;
    public int Size { get; init; } = 160;
    public int Epochs { get; init; } = 24;
    public int Frozen { get; init; } = 1;
    public int Batch { get; init; } = 16;
    public double Rate { get; init; } = 4e-3;
    public double LrMult { get; init; } = 5;
    public int From { get; init; } = 1;

    /// <summary>Drawn sample notes of each class that are learned from too: the app shows them as examples.</summary>
    public int Drawn { get; init; }

    /// <summary>Whether the classes are expected equally often: see <see cref="DataBlock.ExpectsEqualClasses"/>.</summary>
    public bool Equal { get; init; }

    /// <summary>What a model is shown when it is asked: see <see cref="DataBlock.Views"/>.</summary>
    public Views Views { get; init; }

    public int Threads { get; init; } = 1;
    public int Seed { get; init; } = 42;
    /// <summary>Whether the plain recipe mirrors pictures.</summary>
    public bool Flip { get; init; } = true;

    public double Scene { get; init; } = 0.5;
    public double MinCrop { get; init; } = 0.5;
    public double Turned { get; init; } = 0.5;
    public double Covered { get; init; } = 0.3;
    public double Grayscale { get; init; } = 0.15;
    public double Tinted { get; init; } = 0.5;
    public double Blurred { get; init; } = 0.2;
    public double Compressed { get; init; } = 0.15;

    public IReadOnlyList<ItemTransform> Items => Photos
        ? PhotoTransforms.Items(Size, Scene, MinCrop, Turned, Covered, Grayscale, Tinted, Blurred, Compressed)
        : [new RandomResizedCrop(Size, minScale: 0.5)];

    public IReadOnlyList<BatchTransform> BatchTransforms => Photos ? PhotoTransforms.Batch() : AugTransforms.Default(doFlip: Flip);

    /// <summary>Trains by it.</summary>
    public void Train(Learner learn)
    {
        if (From == 0)
        {
            learn.FineTune(Epochs, Rate, Frozen, LrMult);
            return;
        }
        learn.FineTuneLate(Epochs, Rate, LrMult);
    }

    public static Recipe Parse(string words)
    {
        var recipe = words.StartsWith("plain", StringComparison.Ordinal)
            ? new Recipe { Photos = false, Negatives = false, Epochs = 4, From = 0, Size = 224, Rate = 2e-3, LrMult = 100 }
            : new Recipe();
        foreach (var pair in words.Split(',').Skip(1).Select(word => word.Split('=')))
        {
            var property = typeof(Recipe).GetProperty(pair[0], BindingFlags.IgnoreCase | BindingFlags.Instance | BindingFlags.Public)
                ?? throw new ArgumentException($"a recipe has no {pair[0]}");
            property.SetValue(recipe, property.PropertyType.IsEnum
                ? Enum.Parse(property.PropertyType, pair[1], ignoreCase: true)
                : Convert.ChangeType(pair[1], property.PropertyType, CultureInfo.InvariantCulture));
        }
        return recipe with { Name = words };
    }
}
