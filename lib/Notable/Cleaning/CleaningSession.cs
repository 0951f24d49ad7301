using Notable.Gathering;
using Notable.Learning;

namespace Notable;

/// <summary>The cleaner without its widgets: the marked pictures and the results. Marks take effect with <see cref="Apply"/>.</summary>
public sealed class CleaningSession
{
    private readonly Dictionary<string, Mark> marks = new(StringComparer.Ordinal);
    private readonly Stack<(CleanerPicture Picture, Mark? Before)> steps = new();
    private readonly HashSet<string> gone = new(StringComparer.Ordinal);
    private FolderChangeReport applied = FolderChangeReport.Nothing;

    /// <summary>Opens a session on the pictures of a data set, and completes the changes of an interrupted one.</summary>
    /// <param name="changes">The folder of the data set.</param>
    /// <param name="pictures">Its pictures, in display order.</param>
    /// <param name="suspects">Some of them, most suspicious first; none by default.</param>
    /// <exception cref="GatheringException">Another process is changing the folder.</exception>
    public CleaningSession(FolderChanges changes, IReadOnlyList<CleanerPicture> pictures, IReadOnlyList<CleanerPicture>? suspects = null)
    {
        (Changes, Pictures, Suspects) = (changes, pictures, suspects ?? []);
        Classes = [.. pictures.Select(picture => picture.Class).Distinct().Order(StringComparer.Ordinal)];
        CanMove = pictures.All(picture => Path.GetFileName(Path.GetDirectoryName(picture.File)) == picture.Class);
        Recovered = changes.Recover();
    }

    /// <summary>The folder of the data set.</summary>
    public FolderChanges Changes { get; }

    /// <summary>All pictures.</summary>
    public IReadOnlyList<CleanerPicture> Pictures { get; }

    /// <summary>The files of the data set that are not among the pictures because they cannot be read.</summary>
    public IReadOnlyList<SkippedPicture> Skipped { get; init; } = [];

    /// <summary>The suspicious pictures, worst first.</summary>
    public IReadOnlyList<CleanerPicture> Suspects { get; }

    /// <summary>The classes.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>Whether classes are folders, so that a picture's class changes when it moves.</summary>
    public bool CanMove { get; }

    /// <summary>The changes of an interrupted session that were completed now.</summary>
    public FolderChangeReport Recovered { get; }

    /// <summary>Pictures marked to be deleted.</summary>
    public int ToDelete => marks.Values.Count(mark => mark.Class is null);

    /// <summary>Pictures marked to be moved.</summary>
    public int ToMove => marks.Count - ToDelete;

    /// <summary>Whether there is a mark to undo.</summary>
    public bool CanUndoMark => steps.Count > 0;

    /// <summary>Whether there are applied changes to undo.</summary>
    public bool CanUndoChanges => applied.Applied.Count > 0;

    /// <summary>Returns the remaining pictures of a class and half, worst first.</summary>
    public IReadOnlyList<CleanerPicture> In(string name, Subset subset) => [.. Pictures.Where(picture => picture.Class == name && picture.Subset == subset && IsThere(picture))];

    /// <summary>The remaining suspects.</summary>
    public IReadOnlyList<CleanerPicture> SuspectsLeft => [.. Suspects.Where(IsThere)];

    /// <summary>Gets a picture's mark; null if it is kept.</summary>
    public Mark? this[CleanerPicture picture] => marks.GetValueOrDefault(picture.File);

    /// <summary>Returns a picture's full path.</summary>
    public string PathOf(CleanerPicture picture) => Path.Combine(Changes.Folder, picture.File);

    /// <summary>Marks a picture.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="mark">The pending change; null keeps the picture.</param>
    public void Set(CleanerPicture picture, Mark? mark)
    {
        if (mark == this[picture])
            return;
        steps.Push((picture, this[picture]));
        Put(picture, mark);
    }

    /// <summary>Undoes the last mark.</summary>
    /// <returns>The picture; null if there is no mark to undo.</returns>
    public CleanerPicture? UndoMark()
    {
        if (!steps.TryPop(out var step))
            return null;
        Put(step.Picture, step.Before);
        return step.Picture;
    }

    /// <summary>Undoes the changes applied last.</summary>
    /// <returns>The pictures that were moved back, and those that were not.</returns>
    /// <inheritdoc cref="Apply" path="/exception"/>
    public FolderChangeReport UndoChanges()
    {
        var report = Changes.Revert(applied);
        gone.ExceptWith(report.Applied.Select(entry => entry.To!));
        applied = FolderChangeReport.Nothing;
        return report;
    }

    /// <summary>Applies the marks. Pictures that cannot be moved stay marked.</summary>
    /// <exception cref="GatheringException">Another process is changing the folder; nothing was moved.</exception>
    /// <exception cref="IOException">The log cannot be written; nothing was moved.</exception>
    /// <exception cref="UnauthorizedAccessException">The user has no access to the folder; nothing was moved.</exception>
    public FolderChangeReport Apply()
    {
        if (marks.Count == 0)
            return FolderChangeReport.Nothing;
        applied = Changes.Apply(marks.Select(mark => new FolderChange(mark.Key, mark.Value.Class)));
        foreach (var entry in applied.Applied)
        {
            marks.Remove(entry.From!);
            gone.Add(entry.From!);
        }
        steps.Clear();
        return applied;
    }

    private bool IsThere(CleanerPicture picture) => !gone.Contains(picture.File);

    private void Put(CleanerPicture picture, Mark? mark)
    {
        if (mark is null)
            marks.Remove(picture.File);
        else
            marks[picture.File] = mark;
    }
}
