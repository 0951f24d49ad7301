using System.CommandLine;

namespace Notable.Cli.Commands;

/// <summary><c>notable samples</c>: draws sample notes, to try everything without a photo.</summary>
internal static class SamplesCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "where to write usd50/ and usd100/" };
        var count = NumberOption.Of("--per-class", 100, 1, 10_000, "pictures of each class");
        var seed = new Option<int>("--seed") { Description = "random seed: the same seed draws the same pictures on every machine", DefaultValueFactory = _ => 42 };

        var command = new Command("samples", "Draw sample notes (no real bill is shown) into a folder that 'train' can read.") { folder, count, seed };
        command.SetAction(parsed => ErrorReporting.Guard(() =>
        {
            var into = parsed.GetRequiredValue(folder);
            SampleNotes.WriteTo(into, parsed.GetValue(count), parsed.GetValue(seed));
            Console.WriteLine($"{parsed.GetValue(count)} of each class in {Path.GetFullPath(into)}; next: notable train {into}");
            return ExitCode.Ok;
        }));
        return command;
    }
}
