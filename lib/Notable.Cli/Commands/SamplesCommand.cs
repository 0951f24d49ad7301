using System.CommandLine;
using Notable.Imaging.Samples;

namespace Notable.Cli.Commands;

/// <summary><c>notable samples</c>: notes drawn by code, to try everything without a photo.</summary>
internal static class SamplesCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "where to write usd50/ and usd100/" };
        var count = new Option<int>("--per-class") { Description = "pictures of each class", DefaultValueFactory = _ => 100 };
        var seed = new Option<int>("--seed") { Description = "the same seed draws the same pictures on every machine", DefaultValueFactory = _ => 42 };
        count.Validators.Add(r => { if (r.GetValueOrDefault<int>() is < 1 or > 10_000) r.AddError("--per-class takes 1 to 10000"); });

        var command = new Command("samples", "Draw sample notes (no real bill is shown) into a folder that 'train' can read.") { folder, count, seed };
        command.SetAction(parsed => Failure.Guard(() =>
        {
            var into = parsed.GetRequiredValue(folder);
            SampleNotes.WriteTo(into, parsed.GetValue(count), parsed.GetValue(seed));
            Console.WriteLine($"{parsed.GetValue(count)} of each class in {Path.GetFullPath(into)}; next: notable train {into}");
            return ExitCode.Ok;
        }));
        return command;
    }
}
