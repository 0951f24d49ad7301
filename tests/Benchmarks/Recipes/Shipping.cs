using Notable.Learning;
using TorchSharp;

namespace Benchmarks.Recipes;

/// <summary>The model that comes along: a recipe on all pictures, calibrated by what the models of its folds answered on theirs.</summary>
internal static class Shipping
{
    public static void Train(Recipe recipe, StudyData data, string weights, string output, IReadOnlyList<string> studies)
    {
        FoldStudy[] folds = [.. StudyTable.Read(studies).Where(fold => fold.Recipe == recipe.Name && fold.Fold.StartsWith("random", StringComparison.Ordinal))];
        if (folds.Length == 0)
            throw new ArgumentException($"no study of {recipe.Name} on random folds in {string.Join(", ", studies)}: nothing to calibrate the model by");
        torch.set_num_threads(recipe.Threads);
        var dls = data.Everything(recipe).DataLoaders(data.Bills, recipe.Batch, recipe.Seed);
        using var learn = VisionLearner.Create(dls, Architectures.Find(recipe.Arch), metrics: [], weights: weights, seed: recipe.Seed);
        recipe.Train(learn);
        var calibration = StudyFigures.Fitted(folds);
        learn.Export(output, calibration with { NeitherOdds = dls.NeitherOdds ?? 1, ClassOdds = dls.ClassOdds });
        Console.WriteLine($"{output}: {calibration}, trained on {dls.Train.Items.Count} pictures");
    }
}
