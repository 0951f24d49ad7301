using System.CommandLine;
using System.Globalization;
using Notable.Learning;

namespace Notable.Cli.Commands;

/// <summary><c>notable predict</c>: classifies each file. A file that cannot be read does not stop the others.</summary>
internal static class PredictCommand
{
    public static Command Create()
    {
        var model = new Argument<string>("MODEL") { Description = "a model file written by 'train' (.safetensors)" };
        var files = new Argument<string[]>("FILE") { Description = "pictures, or folders of pictures", Arity = ArgumentArity.OneOrMore };
        files.Validators.Add(result =>
        {
            foreach (var word in result.Tokens.Select(token => token.Value).Where(word => word.StartsWith('-') && !Path.Exists(word)))
                result.AddError($"'{word}' is neither an option nor a file");
        });
        var json = new Option<bool>("--json") { Description = "one JSON object per file: file, label (the most probable class), probability, probabilities, error, answer (the label or \"neither\"), neither (its probability; null for a model trained without negatives), unsure (true if no class is probable enough to be the answer)" };
        var shard = new Option<Shard?>("--shard")
        {
            Description = "part I of N of the files, counted from 0 (3/16): each of N machines classifies its own part, chosen by a hash of the path",
            CustomParser = result =>
            {
                if (Shard.Read(result.Tokens[0].Value) is { } read)
                    return read;
                result.AddError($"--shard takes I/N with I from 0 to N - 1, as 3/16, not '{result.Tokens[0].Value}'");
                return null;
            },
        };
        var command = new Command("predict", "Classify pictures. The exit code is 1 if a file could not be read.") { model, files, json, shard };
        command.Validators.Add(result =>
        {
            if (result.GetValue(model) is { } first && !IsModel(first) && result.GetValue(files)?.FirstOrDefault(IsModel) is { } later)
                result.AddError($"the model comes first: notable predict {later} {first}");
        });
        command.SetAction((parsed, stop) => ErrorReporting.GuardAsync(() => Task.FromResult(
            Run(parsed.GetRequiredValue(model), parsed.GetRequiredValue(files), parsed.GetValue(shard), parsed.GetValue(json) ? WriteJson : WriteText, stop))));
        return command;
    }

    private static bool IsModel(string path) => path.EndsWith(".safetensors", StringComparison.OrdinalIgnoreCase);

    private static int Run(string model, string[] files, Shard? shard, Action<FilePrediction> write, CancellationToken stop)
    {
        EarlyLoading.Begin();
        var failed = false;
        string[] paths = [.. files.SelectMany(Expand).Where(path => shard?.Has(path) ?? true)];
        var predictor = Predictor.LoadFor(model, paths.Length);
        foreach (var answer in predictor.PredictMany(paths, stop))
        {
            write(answer);
            failed |= answer.Error is not null;
        }
        return failed ? ExitCode.Failed : ExitCode.Ok;
    }

    // A folder means the pictures in it and below. A folder without pictures is reported like a missing file.
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

    private static void WriteJson(FilePrediction answer) => JsonLines.Write(new(
        answer.File, answer.Prediction?.Label, answer.Prediction?.Probability, answer.Prediction?.Probabilities, Error(answer),
        answer.Prediction?.Answer, answer.Prediction?.Neither, answer.Prediction?.IsUnsure), PredictJson.Lines.PredictLine);

    private static string? Error(FilePrediction answer) => answer.Error is null || Path.Exists(answer.File)
        ? answer.Error
        : $"{(answer.File.Length == 0 ? "an empty path" : answer.File)} does not exist; give pictures or folders of pictures";

    private static void WriteText(FilePrediction answer)
    {
        if (answer.Prediction is { } p)
            Console.WriteLine($"{answer.File}: {Text(p)}");
        else
            Console.Error.WriteLine($"notable: {Error(answer)}");
    }

    private static string Text(Prediction said)
    {
        return said is { IsUnsure: true, RunnerUp: { } other } ? $"can't tell: {With(said.Label)} or {With(other)}" : With(said.Answer);

        string With(string label) => string.Create(CultureInfo.InvariantCulture,
            $"{label} ({(label == Prediction.NeitherLabel ? said.Neither : said.Probabilities[label]):0.000})");
    }
}
