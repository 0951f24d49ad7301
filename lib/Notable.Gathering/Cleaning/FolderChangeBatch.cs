using Notable.Shared;

namespace Notable.Gathering;

/// <summary>A batch of changes, from plan to last move; also completes earlier batches.</summary>
internal sealed class FolderChangeBatch(FolderChanges folder, JsonLinesLog<ChangeEntry> log, TimeProvider time)
{
    private readonly Guid batch = Guid.NewGuid();
    private readonly List<ChangeEntry> planned = [];
    private readonly List<(string File, string Reason)> refused = [];
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    /// <summary>The changes that were left from earlier batches.</summary>
    public FolderChangeReport Recovered { get; private set; } = FolderChangeReport.Nothing;

    /// <summary>Returns the lines of incomplete batches whose file has not failed.</summary>
    public static IReadOnlyList<ChangeEntry> Unfinished(IReadOnlyList<ChangeEntry> lines)
    {
        var done = lines.Where(line => line.Action == ChangeAction.Done).Select(line => line.Batch).ToHashSet();
        var failed = lines.Where(line => line.Action == ChangeAction.Failed).Select(line => (line.Batch, line.From)).ToHashSet();
        return [.. lines.Where(line => line.IsMove && !done.Contains(line.Batch) && !failed.Contains((line.Batch, line.From)))];
    }

    /// <summary>Adds a change to the batch.</summary>
    public void Plan(FolderChange change)
    {
        if (change.Class is { } name && (name.Length == 0 || name is "." or ".." || name.AsSpan().ContainsAny('/', '\\')))
            throw new GatheringException($"'{name}' is not a class name: expected the name of a folder, without slashes; nothing was moved");
        var above = Path.GetDirectoryName(Path.GetDirectoryName(change.File)) ?? "";
        var to = change.Class is { } target ? Path.Combine(above, target, Path.GetFileName(change.File)) : change.File;
        if (to == change.File && change.Class is not null)
            refused.Add((change.File, $"is in {change.Class} already"));
        else
            Plan(change.Class is null ? ChangeAction.Delete : ChangeAction.Move, change.File, to);
    }

    /// <summary>Adds the reverse of a change that was applied.</summary>
    public void PlanReverse(ChangeEntry entry) =>
        Plan(entry.Action == ChangeAction.Delete ? ChangeAction.Restore : entry.Action == ChangeAction.Restore ? ChangeAction.Delete : ChangeAction.Move, entry.To!, entry.From!);

    /// <summary>Writes the plan to the log, then carries it out.</summary>
    public FolderChangeReport Carry()
    {
        var report = planned.Count > 0 ? Carry(batch) : FolderChangeReport.Nothing;
        return report with { Failed = [.. refused, .. report.Failed] };
    }

    /// <summary>Carries out the rest of earlier batches that were interrupted.</summary>
    public void Recover(IReadOnlyList<ChangeEntry> lines)
    {
        foreach (var left in Unfinished(lines).GroupBy(line => line.Batch))
        {
            // Planned again, because a path that was free then may be taken now.
            foreach (var entry in left.GroupBy(line => (line.Action, line.From)).Select(same => same.Last()).Where(line => LinkedFile.Exists(Source(line))))
                Plan(entry.Action, entry.From!, entry.To!);
            var report = Carry(left.Key);
            Recovered = new([.. Recovered.Applied, .. report.Applied], [.. Recovered.Failed, .. report.Failed]);
        }
    }

    /// <summary>Permanently deletes pictures from the trash.</summary>
    public int Purge(IReadOnlyList<string> files)
    {
        foreach (var file in files)
        {
            log.Append(new(batch, ChangeAction.Purge, file, null, time.GetUtcNow()));
            File.Delete(SafePath.Below(folder.Trash, file));
        }
        return files.Count;
    }

    private FolderChangeReport Carry(Guid number)
    {
        foreach (var entry in planned)
            log.Append(entry with { Batch = number });
        log.Flush();
        List<ChangeEntry> applied = [];
        List<(string, string)> failed = [];
        foreach (var entry in planned)
            if (Move(entry) is { } reason)
            {
                failed.Add((entry.From!, reason));
                log.Append(entry with { Batch = number, Action = ChangeAction.Failed, Reason = reason });
            }
            else
                applied.Add(entry with { Batch = number });
        log.Append(new(number, ChangeAction.Done, null, null, time.GetUtcNow()));
        planned.Clear();
        return new(applied, failed);
    }

    private void Plan(ChangeAction action, string from, string to)
    {
        var entry = new ChangeEntry(batch, action, Slashes(from), Slashes(to), time.GetUtcNow());
        var (source, target) = (Source(entry), SafePath.Free(Target(entry), taken));
        taken.Add(target);
        if (LinkedFile.Exists(source))
            planned.Add(entry with { To = Slashes(Path.GetRelativePath(action == ChangeAction.Delete ? folder.Trash : folder.Folder, target)) });
        else
            refused.Add((entry.From!, "does not exist any more"));
    }

    /// <returns>Null on success, otherwise the reason of the failure.</returns>
    private string? Move(ChangeEntry entry)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Target(entry))!);
            File.Move(Source(entry), Target(entry));
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"cannot be moved ({e.Message})";
        }
    }

    private string Source(ChangeEntry entry) => SafePath.Below(entry.Action == ChangeAction.Restore ? folder.Trash : folder.Folder, entry.From!);

    private string Target(ChangeEntry entry) => SafePath.Below(entry.Action == ChangeAction.Delete ? folder.Trash : folder.Folder, entry.To!);

    private static string Slashes(string path) => path.Replace('\\', '/');
}
