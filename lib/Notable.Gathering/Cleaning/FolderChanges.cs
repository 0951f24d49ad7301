using Notable.Shared;

namespace Notable.Gathering;

/// <summary>
/// Moves pictures of a data set to other classes and to a trash beside it, <c>bills.trash</c> for <c>bills</c>. Nothing is overwritten,
/// and nothing is deleted but by <see cref="Purge"/>. The log <c>changes.jsonl</c> in the trash gets all lines of a batch before the first
/// file moves: a batch that was cut short, in whatever way, is finished by the next call.
/// </summary>
public sealed class FolderChanges
{
    private const string LogName = PictureTree.TrashLog, LockName = ".changes.lock";
    private readonly TimeProvider time;

    /// <summary>Prepares changes to a data set. Nothing is written yet.</summary>
    /// <param name="folder">The folder of the data set, with a sub-folder for each class.</param>
    /// <param name="time">The clock; the system clock by default.</param>
    /// <exception cref="GatheringException">The folder does not exist, or is a file system root, which leaves no place for the trash.</exception>
    public FolderChanges(string folder, TimeProvider? time = null)
    {
        Folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        this.time = time ?? TimeProvider.System;
        if (!Directory.Exists(Folder))
            throw new GatheringException($"there is no folder {Folder}");
        if (Path.GetDirectoryName(Folder) is null)
            throw new GatheringException($"{Folder} has no place for a trash beside it; put the pictures into a folder of their own");
        Trash = Folder + ".trash";
    }

    /// <summary>The folder of the data set, as a full path.</summary>
    public string Folder { get; }

    /// <summary>The folder that deleted pictures are moved to. Created when it is needed.</summary>
    public string Trash { get; }

    /// <summary>The change log.</summary>
    public string LogPath => Path.Combine(Trash, LogName);

    /// <summary>The lines of the change log, oldest first.</summary>
    /// <exception cref="GatheringException">A line of the file has another format.</exception>
    public IReadOnlyList<ChangeEntry> Log => LineLog<ChangeEntry>.Read(LogPath);

    /// <summary>The pictures in the trash, as paths below it.</summary>
    /// <inheritdoc cref="Log" path="/exception"/>
    public IReadOnlyList<string> Trashed =>
        [.. Log.Where(line => line.Action == ChangeAction.Delete).Select(line => line.To!).Distinct().Where(file => LinkedFile.Exists(SafePath.Below(Trash, file)))];

    /// <summary>
    /// Moves pictures. One that cannot be moved stays where it is, and the report says why; the others are moved all the same.
    /// </summary>
    /// <exception cref="GatheringException">A path leads out of the folder, or another process is changing it; nothing was moved.</exception>
    /// <exception cref="IOException">The log cannot be written; nothing was moved.</exception>
    /// <exception cref="UnauthorizedAccessException">The trash is closed to this user; nothing was moved.</exception>
    public FolderChangeReport Apply(IEnumerable<FolderChange> changes) => Alone(run =>
    {
        foreach (var change in changes)
            run.Plan(change);
        return run.Carry();
    });

    /// <summary>Moves everything of a report back to where it was.</summary>
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

    /// <summary>Finishes what an earlier run was kept from finishing.</summary>
    /// <returns>What was still to do; nothing where all was done.</returns>
    /// <inheritdoc cref="Apply" path="/exception"/>
    public FolderChangeReport Recover() =>
        ChangeRun.Unfinished(Log).Count == 0 ? FolderChangeReport.Nothing : Alone(run => run.Recovered);

    /// <summary>Deletes the pictures in the trash for good. What lies there without a line in the log stays.</summary>
    /// <returns>How many.</returns>
    /// <inheritdoc cref="Apply" path="/exception"/>
    public int Purge() => File.Exists(LogPath) ? Alone(run => run.Purge(Trashed)) : 0;

    private T Alone<T>(Func<ChangeRun, T> work)
    {
        Directory.CreateDirectory(Trash);
        using var held = FolderLock.Take(Path.Combine(Trash, LockName), $"{Folder} is not free: does another process change it?");
        var before = Log;
        using var log = LineLog<ChangeEntry>.Open(LogPath);
        var run = new ChangeRun(this, log, time);
        run.Recover(before);
        return work(run);
    }
}
