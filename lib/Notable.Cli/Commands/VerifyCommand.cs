using System.CommandLine;
using Notable.Gathering;

namespace Notable.Cli.Commands;

/// <summary><c>notable verify</c>: finds files that spoil training, and moves them aside.</summary>
internal static class VerifyCommand
{
    private sealed record Line(string File, IEnumerable<string> Problems, bool Unfit, string? MovedTo);

    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "the folder of pictures; sub-folders included" };
        var quarantine = new Option<string?>("--quarantine") { Description = "move the unfit files to this folder (never delete them); quarantine.jsonl in it says why" };
        var restore = new Option<bool>("--restore") { Description = "move everything in the quarantine back; DIR may also be the quarantine folder itself" };
        var minSize = NumberOption.Of("--min-size", new VerifyOptions().MinShortSide, 1, 10_000, "minimum length of the shorter side in pixels");
        var json = new Option<bool>("--json") { Description = "one JSON object per flagged file: file, problems, unfit, moved_to" };

        var command = new Command("verify", "Find files that spoil training. Unfit files are empty, not images, damaged, unreadable, too small, duplicates or near-duplicates (the largest copy is kept). "
            + "Other findings are only listed: copies in another class, and files that are read correctly but unusual (color, animation, rotation, extension). The exit code is 1 if unfit files are left in place or if there is no picture.")
        {
            folder, quarantine, restore, minSize, json,
        };
        command.SetAction((parsed, stop) => ErrorReporting.GuardAsync(() => Task.FromResult(parsed.GetValue(restore)
            ? Restore(parsed.GetRequiredValue(folder), parsed.GetValue(quarantine))
            : Verify(parsed.GetRequiredValue(folder), parsed.GetValue(quarantine), new() { MinShortSide = parsed.GetValue(minSize) }, parsed.GetValue(json), stop))));
        return command;
    }

    private static int Verify(string folder, string? quarantine, VerifyOptions options, bool json, CancellationToken stop)
    {
        var report = PictureVerifier.Verify(folder, options, stop);
        if (report.FileCount == 0)
        {
            Console.Error.WriteLine($"notable: no picture in {report.Folder} or below: nothing was checked");
            return ExitCode.Failed;
        }
        var moved = quarantine is null ? [] : Quarantine.Take(report, quarantine).ToDictionary(file => file.File, file => Path.Combine(quarantine, file.MovedTo));
        foreach (var flagged in report.Flagged)
            Write(Path.Combine(folder, flagged.File), flagged, moved.GetValueOrDefault(flagged.File), json);
        Console.Error.WriteLine(report.Summary + (quarantine is null ? "" : $"; {moved.Count} moved to {quarantine}"));
        var left = report.Unfit.Count() - moved.Count;
        if (left > 0 && quarantine is null)
            Console.Error.WriteLine($"To move the unfit files aside: notable verify {folder} --quarantine {Path.TrimEndingDirectorySeparator(folder)}.quarantine");
        return left == 0 ? ExitCode.Ok : ExitCode.Failed;
    }

    private static int Restore(string folder, string? quarantine)
    {
        var report = Quarantine.Restore(quarantine ?? folder, quarantine is null ? null : folder);
        foreach (var file in report.Held)
            Console.Error.WriteLine($"notable: {file} stays in {quarantine ?? folder}: another file already has its name");
        Console.Error.WriteLine($"{report.Restored.Count} files restored");
        return report.Held.Count == 0 ? ExitCode.Ok : ExitCode.Failed;
    }

    private static void Write(string path, FlaggedFile flagged, string? movedTo, bool json)
    {
        if (json)
            JsonLines.Write(new Line(path, flagged.Problems.Select(problem => problem.ToString()), flagged.IsUnfit, movedTo));
        else
            Console.WriteLine($"{(flagged.IsUnfit ? "unfit" : "odd")}: {path} {string.Join("; ", flagged.Problems.Select(problem => problem.Reason))}");
    }
}
