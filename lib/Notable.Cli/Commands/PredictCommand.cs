using System.CommandLine;
using System.Globalization;
using Notable.Learning;

namespace Notable.Cli.Commands;

/// <summary><c>notable predict</c>: what a model says of each file; a file that cannot be read costs only its own line.</summary>
internal static class PredictCommand
{
    // The first five are what programs relied on before models could answer "neither": a label is always a class.
    private sealed record Line(string File, string? Label, double? Probability, IReadOnlyDictionary<string, double>? Probabilities, string? Error,
        string? Answer, double? Neither, bool? Unsure);

    public static Command Create()
    {
        var model = new Argument<string>("MODEL") { Description = "a model file written by 'train' (.safetensors)" };
        var files = new Argument<string[]>("FILE") { Description = "pictures, or folders of pictures", Arity = ArgumentArity.OneOrMore };
        var json = new Option<bool>("--json") { Description = "one JSON object a file: file, label (the most probable class), probability, probabilities, error, answer (the label or \"neither\"), neither (its probability; null for a model trained without negatives), unsure (the label is too improbable to be called the answer)" };
        var command = new Command("predict", "Tell what each picture shows. Exit code 1 when a file could not be read.") { model, files, json };
        command.SetAction((parsed, stop) => Failure.GuardAsync(() => Task.FromResult(
            Run(parsed.GetRequiredValue(model), parsed.GetRequiredValue(files), parsed.GetValue(json) ? WriteJson : WriteText, stop))));
        return command;
    }

    private static int Run(string model, string[] files, Action<FilePrediction> write, CancellationToken stop)
    {
        EarlyLoading.Begin();
        var failed = false;
        foreach (var answer in Predictor.Load(model).PredictMany(files.SelectMany(Expand), stop))
        {
            write(answer);
            failed |= answer.Error is not null;
        }
        return failed ? ExitCode.Failed : ExitCode.Ok;
    }

    // A folder stands for the pictures in it and below; one without pictures is told as a file would be.
    private static IEnumerable<string> Expand(string path)
    {
        if (!Directory.Exists(path))
            return [path];
        try
        {
            return ImageFiles.In(path).Select(file => Path.Combine(path, Path.GetRelativePath(path, file)));
        }
        catch (DataException)
        {
            return [path];
        }
    }

    private static void WriteJson(FilePrediction answer) => JsonLines.Write(new Line(
        answer.File, answer.Prediction?.Label, answer.Prediction?.Probability, answer.Prediction?.Probabilities, answer.Error,
        answer.Prediction?.Answer, answer.Prediction?.Neither, answer.Prediction?.IsUnsure));

    private static void WriteText(FilePrediction answer)
    {
        if (answer.Prediction is { } p)
            Console.WriteLine($"{answer.File}: {Text(p)}");
        else
            Console.Error.WriteLine($"notable: {answer.Error}");
    }

    private static string Text(Prediction said)
    {
        return said is { IsUnsure: true, RunnerUp: { } other } ? $"can't tell: {With(said.Label)} or {With(other)}" : With(said.Answer);

        string With(string label) => string.Create(CultureInfo.InvariantCulture,
            $"{label} ({(label == Prediction.NeitherLabel ? said.Neither : said.Probabilities[label]):0.000})");
    }
}
