using Notable.Gathering;
using Notable.Learning;

namespace Notable;

/// <summary>
/// The cleaner without its widgets: which pictures are marked, and what became of them. Marks wait until <see cref="Apply"/>.
/// </summary>
public sealed class CleaningSession
{
    private readonly Dictionary<string, Mark> marks = new(StringComparer.Ordinal);
    private readonly Stack<(CleanerPicture Picture, Mark? Before)> steps = new();
    private readonly HashSet<string> gone = new(StringComparer.Ordinal);
    private FolderChangeReport applied = FolderChangeReport.Nothing;

    /// <summary>A session over the pictures of a data set; finishes what an earlier one was kept from finishing.</summary>
    /// <param name="changes">The folder of the data set.</param>
    /// <param name="pictures">Its pictures, in the order in which they are shown.</param>
    /// <param name="suspects">Some of them, most suspicious first; none by default.</param>
    /// <exception cref="GatheringException">Another process changes the folder at this time.</exception>
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

    /// <summary>Those suspected, worst first.</summary>
    public IReadOnlyList<CleanerPicture> Suspects { get; }

    /// <summary>The classes.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>Whether classes are folders, so that a picture's class changes when it moves.</summary>
    public bool CanMove { get; }

    /// <summary>What an earlier session had left undone, and is done now.</summary>
    public FolderChangeReport Recovered { get; }

    /// <summary>Pictures marked to be deleted.</summary>
    public int ToDelete => marks.Values.Count(mark => mark.Class is null);

    /// <summary>Pictures marked to be moved.</summary>
    public int ToMove => marks.Count - ToDelete;

    /// <summary>Whether there is a mark to take back.</summary>
    public bool CanUndoMark => steps.Count > 0;

    /// <summary>Whether there are changes to take back.</summary>
    public bool CanUndoChanges => applied.Applied.Count > 0;

    /// <summary>The pictures of a class and half that are still there, worst first.</summary>
    public IReadOnlyList<CleanerPicture> In(string name, Subset subset) => [.. Pictures.Where(picture => picture.Class == name && picture.Subset == subset && IsThere(picture))];

    /// <summary>The suspects that are still there.</summary>
    public IReadOnlyList<CleanerPicture> SuspectsLeft => [.. Suspects.Where(IsThere)];

    /// <summary>A picture's mark; null where it is kept.</summary>
    public Mark? this[CleanerPicture picture] => marks.GetValueOrDefault(picture.File);

    /// <summary>A picture's place on the disk.</summary>
    public string PathOf(CleanerPicture picture) => Path.Combine(Changes.Folder, picture.File);

    /// <summary>Marks a picture.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="mark">What is to become of it; null keeps it.</param>
    public void Set(CleanerPicture picture, Mark? mark)
    {
        if (mark == this[picture])
            return;
        steps.Push((picture, this[picture]));
        Put(picture, mark);
    }

    /// <summary>Takes the last mark back.</summary>
    /// <returns>The picture; null where there is no mark to take back.</returns>
    public CleanerPicture? UndoMark()
    {
        if (!steps.TryPop(out var step))
            return null;
        Put(step.Picture, step.Before);
        return step.Picture;
    }

    /// <summary>Moves back what was applied last.</summary>
    /// <returns>What was moved back, and what was not.</returns>
    /// <inheritdoc cref="Apply" path="/exception"/>
    public FolderChangeReport UndoChanges()
    {
        var report = Changes.Revert(applied);
        gone.ExceptWith(report.Applied.Select(entry => entry.To!));
        applied = FolderChangeReport.Nothing;
        return report;
    }

    /// <summary>Moves what is marked. Marks of pictures that cannot be moved stay.</summary>
    /// <exception cref="GatheringException">Another process changes the folder at this time; nothing was moved.</exception>
    /// <exception cref="IOException">The log cannot be written; nothing was moved.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder is closed to this user; nothing was moved.</exception>
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
