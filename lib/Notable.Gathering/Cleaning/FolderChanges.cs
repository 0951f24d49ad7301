using Notable.Shared;

namespace Notable.Gathering;

/// <summary>
/// Moves pictures of a data set to other classes or to a trash beside it, <c>bills.trash</c> for <c>bills</c>. Nothing is overwritten,
/// and only <see cref="Purge"/> deletes. All lines of a batch are written to the log <c>changes.jsonl</c> in the trash before the first
/// file is moved, so the next call completes a batch that was interrupted in any way.
/// </summary>
public sealed class FolderChanges
{
    private const string LogName = TrashAndQuarantine.TrashLog, LockName = ".changes.lock";
    private readonly TimeProvider time;

    /// <summary>Prepares changes to a data set. Nothing is written yet.</summary>
    /// <param name="folder">The folder of the data set, with a sub-folder for each class.</param>
    /// <param name="time">The clock; the system clock by default.</param>
    /// <exception cref="GatheringException">The folder does not exist, or is a file system root, beside which no trash can be.</exception>
    public FolderChanges(string folder, TimeProvider? time = null)
    {
        Folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        this.time = time ?? TimeProvider.System;
        if (!Directory.Exists(Folder))
            throw new GatheringException($"there is no folder {Folder}");
        if (Path.GetDirectoryName(Folder) is null)
            throw new GatheringException($"{Folder} cannot have a trash beside it; move the pictures to a separate folder");
        Trash = TrashAndQuarantine.TrashOf(Folder);
    }

    /// <summary>The folder of the data set, as a full path.</summary>
    public string Folder { get; }

    /// <summary>The folder for deleted pictures. Created when it is needed.</summary>
    public string Trash { get; }

    /// <summary>The change log.</summary>
    public string LogPath => Path.Combine(Trash, LogName);

    /// <summary>The lines of the change log, oldest first.</summary>
    /// <exception cref="GatheringException">A line of the file has another format.</exception>
    public IReadOnlyList<ChangeEntry> Log => JsonLinesLog<ChangeEntry>.Read(LogPath);

    /// <summary>The pictures in the trash, as relative paths.</summary>
    /// <inheritdoc cref="Log" path="/exception"/>
    public IReadOnlyList<string> Trashed =>
        [.. Log.Where(line => line.Action == ChangeAction.Delete).Select(line => line.To!).Distinct().Where(file => LinkedFile.Exists(SafePath.Below(Trash, file)))];

    /// <summary>Moves pictures. One that cannot be moved stays where it is, and the report says why; the others are still moved.</summary>
    /// <exception cref="GatheringException">
    /// A path is outside the folder, or another process is changing the folder; nothing was moved.
    /// </exception>
    /// <exception cref="IOException">The log cannot be written; nothing was moved.</exception>
    /// <exception cref="UnauthorizedAccessException">The user has no access to the trash; nothing was moved.</exception>
    public FolderChangeReport Apply(IEnumerable<FolderChange> changes) => Alone(run =>
    {
        foreach (var change in changes)
            run.Plan(change);
        return run.Carry();
    });

    /// <summary>Moves all pictures of a report back to where they were.</summary>
    /// <inheritdoc cref="Apply" path="/exception"/>
    public FolderChangeReport Revert(FolderChangeReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return Alone(run =>
        {
            foreach (var entry in report.Applied.Reverse())
                run.PlanReverse(entry);
            return run.Carry();
        });
    }

    /// <summary>Completes the changes of an interrupted run.</summary>
    /// <returns>The changes that were left; empty if there were none.</returns>
    /// <inheritdoc cref="Apply" path="/exception"/>
    public FolderChangeReport Recover() =>
        FolderChangeBatch.Unfinished(Log).Count == 0 ? FolderChangeReport.Nothing : Alone(run => run.Recovered);

    /// <summary>Permanently deletes the pictures in the trash. Files without a line in the log stay.</summary>
    /// <returns>The number of deleted pictures.</returns>
    /// <inheritdoc cref="Apply" path="/exception"/>
    public int Purge() => File.Exists(LogPath) ? Alone(run => run.Purge(Trashed)) : 0;

    private T Alone<T>(Func<FolderChangeBatch, T> work)
    {
        Directory.CreateDirectory(Trash);
        using var held = FolderLock.Take(Path.Combine(Trash, LockName), $"{Folder} is locked: is another process changing it?");
        var before = Log;
        using var log = JsonLinesLog<ChangeEntry>.Open(LogPath);
        var run = new FolderChangeBatch(this, log, time);
        run.Recover(before);
        return work(run);
    }
}
