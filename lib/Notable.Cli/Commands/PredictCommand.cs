using System.CommandLine;
using Notable.Imaging;
using Notable.Learning;

namespace Notable.Cli.Commands;

/// <summary><c>notable predict</c>: what a model says of each file; a file that cannot be read costs only its own line.</summary>
internal static class PredictCommand
{
    private sealed record Answer(string File, string? Label, double? Probability, IReadOnlyDictionary<string, double>? Probabilities, string? Error);

    public static Command Create()
    {
        var model = new Argument<string>("MODEL") { Description = "a model file written by 'train' (.safetensors)" };
        var files = new Argument<string[]>("FILE") { Description = "pictures", Arity = ArgumentArity.OneOrMore };
        var json = new Option<bool>("--json") { Description = "one JSON object a file: file, label, probability, probabilities, error" };
        var command = new Command("predict", "Tell what each picture shows. Exit code 1 when a file could not be read.") { model, files, json };
        command.SetAction((parsed, stop) => Failure.GuardAsync(() =>
            RunAsync(parsed.GetRequiredValue(model), parsed.GetRequiredValue(files), parsed.GetValue(json), stop)));
        return command;
    }

    private static async Task<int> RunAsync(string model, string[] files, bool json, CancellationToken stop)
    {
        var predictor = Predictor.Load(model);
        var failures = 0;
        foreach (var file in files)
        {
            stop.ThrowIfCancellationRequested();
            var answer = await AskAsync(predictor, file, stop);
            if (answer.Error is not null)
                failures++;
            if (json)
                JsonLines.Write(answer);
            else if (answer.Error is null)
                Console.WriteLine($"{file}: {answer.Label} ({answer.Probability:P1})");
            else
                Console.Error.WriteLine($"notable: {answer.Error}");
        }
        return failures == 0 ? ExitCode.Ok : ExitCode.Failed;
    }

    private static async Task<Answer> AskAsync(Predictor predictor, string file, CancellationToken stop)
    {
        try
        {
            var p = await Task.Run(() => predictor.Predict(file), stop);
            return new Answer(file, p.Label, p.Probability, p.Probabilities.ToDictionary(x => x.Key, x => (double)x.Value), null);
        }
        catch (Exception e) when (e is ImagingException or IOException or UnauthorizedAccessException)
        {
            return new Answer(file, null, null, null, e.Message);
        }
    }
}
