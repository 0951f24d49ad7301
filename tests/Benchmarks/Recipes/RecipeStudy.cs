using System.Diagnostics;
using System.Text.Json;
using Notable.Learning;
using Notable.Learning.Acceleration;

namespace Benchmarks.Recipes;

/// <summary>What the model of one fold answered: a line of a study's file.</summary>
/// <param name="Recipe">The recipe.</param>
/// <param name="Fold">The fold, as <c>random:0</c>.</param>
/// <param name="Vocab">The classes.</param>
/// <param name="ProcessorSeconds">What the training took of all cores.</param>
/// <param name="Answers">What it was asked, and its probabilities before any calibration: the classes', then that of neither.</param>
internal sealed record FoldStudy(string Recipe, string Fold, string[] Vocab, double ProcessorSeconds, Answered[] Answers)
{
    /// <summary>What the odds of neither are multiplied by in the end.</summary>
    public double NeitherOdds { get; init; } = 0.17;

    /// <summary>What the odds of each class are multiplied by; null leaves them.</summary>
    public IReadOnlyList<double>? ClassOdds { get; init; }
}

/// <summary>An answer.</summary>
internal sealed record Answered(Asked Asked, float[] Outputs);

/// <summary>
/// Trains a recipe on each fold's rest, as a user would, and asks the exported file about the fold. The model, not calibrated, stays
/// beside the study's file, to be asked otherwise.
/// </summary>
internal static class RecipeStudy
{
    public static void Run(Recipe recipe, IReadOnlyList<string> folds, StudyData data, string weights, string output)
    {
        TorchRuntime.Threads = recipe.Threads;
        foreach (var fold in folds)
            Add(Of(recipe, fold, data, weights, ModelOf(output, fold)), output);
    }

    /// <summary>Asks the models of a study once more, by other views.</summary>
    public static void Ask(string study, Views views, StudyData data, string output)
    {
        TorchRuntime.Threads = 1;
        foreach (var fold in StudyTable.Read([study]))
            Add(fold with
            {
                Recipe = $"{fold.Recipe},views={views}",
                Answers = Answers(Predictor.Load(ModelOf(study, fold.Fold)).With(views), data.Questions(fold.Fold)),
            }, output);
    }

    private static FoldStudy Of(Recipe recipe, string fold, StudyData data, string weights, string model)
    {
        var started = Process.GetCurrentProcess().TotalProcessorTime;
        var dls = data.Block(recipe, fold).DataLoaders(data.Bills, recipe.Batch, recipe.Seed);
        using var learn = VisionLearner.Create(dls, Architectures.Find(recipe.Arch), weights: weights, seed: recipe.Seed);
        recipe.Train(learn);
        learn.Export(model, Uncalibrated);
        var seconds = (Process.GetCurrentProcess().TotalProcessorTime - started).TotalSeconds;
        return new(recipe.Name, fold, [.. dls.Vocab], seconds, Answers(Predictor.Load(model), data.Questions(fold)))
        {
            NeitherOdds = dls.NeitherOdds ?? 1,
            ClassOdds = dls.ClassOdds,
        };
    }

    private static string ModelOf(string study, string fold) => Path.ChangeExtension(study, $"{fold.Replace(':', '-')}.safetensors");

    private static void Add(FoldStudy study, string output)
    {
        File.AppendAllText(output, JsonSerializer.Serialize(study) + "\n");
        StudyTable.Write([study]);
    }

    private static Answered[] Answers(Predictor predictor, IEnumerable<Asked> asked)
    {
        var questions = asked.ToArray();
        var answers = predictor.PredictMany(questions.Select(question => question.File));
        return [.. questions.Zip(answers, (question, answer) => new Answered(question, Outputs(answer)))];
    }

    /// <summary>A temperature of 1: what the network says, for the study finds its own.</summary>
    private static TemperatureScaling Uncalibrated => new(Temperature: 1, Error: 0, Items: 1);

    private static float[] Outputs(FilePrediction answer)
    {
        var said = answer.Prediction ?? throw new InvalidDataException(answer.Error);
        var classes = said.Probabilities.Values.Select(p => (float)p);
        return said.Neither is { } neither ? [.. classes, (float)neither] : [.. classes];
    }
}
