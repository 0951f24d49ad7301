using Notable.Shared;

namespace Notable.Gathering;

/// <summary>
/// A folder for unfit files. Each file keeps its relative path, and the list <c>quarantine.jsonl</c> records why it is
/// there and where it was. Nothing is ever deleted or overwritten.
/// </summary>
public static class Quarantine
{
    private const string LogName = TrashAndQuarantine.QuarantineLog;

    /// <summary>Moves the unfit files of a report to a quarantine folder.</summary>
    /// <param name="report">The result of <see cref="PictureVerifier.Verify"/>.</param>
    /// <param name="quarantine">The folder to move them to; created if it does not exist.</param>
    /// <param name="time">The clock; the system clock by default.</param>
    /// <returns>The files that were moved.</returns>
    /// <exception cref="GatheringException">The quarantine is the checked folder itself.</exception>
    /// <exception cref="IOException">A file could not be moved. The files before it have been moved.</exception>
    public static IReadOnlyList<QuarantinedFile> Take(VerificationReport report, string quarantine, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(quarantine));
        if (target == Path.TrimEndingDirectorySeparator(report.Folder))
            throw new GatheringException($"the quarantine must not be the folder of the pictures, {target}");
        Directory.CreateDirectory(target);
        using var log = JsonLinesLog<QuarantinedFile>.Open(Path.Combine(target, LogName));
        List<QuarantinedFile> moved = [];
        foreach (var file in report.Unfit)
        {
            var place = SafePath.Free(SafePath.Below(target, file.File));
            var line = new QuarantinedFile(file.File, Path.GetRelativePath(target, place).Replace('\\', '/'), report.Folder,
                [.. file.Problems.Select(problem => problem.ToString())], (time ?? TimeProvider.System).GetUtcNow());
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            // The line is written first, so that every moved file is recorded; a line without a file is harmless.
            log.Append(line);
            File.Move(SafePath.Below(report.Folder, file.File), place);
            moved.Add(line);
        }
        return moved;
    }

    /// <summary>Moves all files of a quarantine back to where they came from.</summary>
    /// <param name="quarantine">The folder that <see cref="Take"/> moved files to.</param>
    /// <param name="folder">The folder to move them to; null for the folder each file came from.</param>
    /// <returns>The files that were moved back, and those that were not because their path is taken.</returns>
    /// <exception cref="GatheringException">The folder is not a quarantine.</exception>
    public static RestoreReport Restore(string quarantine, string? folder = null)
    {
        var source = Path.GetFullPath(quarantine);
        if (!File.Exists(Path.Combine(source, LogName)))
            throw new GatheringException($"{source} is not a quarantine folder: it has no list {LogName}");
        List<string> restored = [], held = [];
        // Only the last line of a path counts: earlier ones are of moves that did not happen.
        foreach (var line in JsonLinesLog<QuarantinedFile>.Read(Path.Combine(source, LogName)).GroupBy(line => line.MovedTo).Select(same => same.Last()))
        {
            var place = SafePath.Below(source, line.MovedTo);
            // A relative link is broken while it is here, but still a file to restore.
            if (!LinkedFile.Exists(place))
                continue;
            var home = SafePath.Below(folder ?? line.From, line.File);
            if (Path.Exists(home))
            {
                held.Add(line.File);
                continue;
            }
            Directory.CreateDirectory(Path.GetDirectoryName(home)!);
            File.Move(place, home);
            restored.Add(line.File);
        }
        return new(restored, held);
    }
}
