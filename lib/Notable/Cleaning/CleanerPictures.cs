using Notable.Gathering;
using Notable.Learning;

namespace Notable;

/// <summary>All pictures of a learner with what it thinks of them.</summary>
internal static class CleanerPictures
{
    private const int MostSuspects = 60;

    /// <summary>A session over all pictures of a learner.</summary>
    public static CleaningSession Open(Learner learn, LabelTrouble? trouble, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(learn);
        var (folder, pictures) = Of(learn, cancellation);
        var byFile = pictures.ToDictionary(picture => picture.File, StringComparer.Ordinal);
        var suspects = (trouble?.Suspects ?? []).Take(MostSuspects)
            .Select(suspect => (suspect.Reason, Picture: byFile.GetValueOrDefault(Below(folder, suspect.Item))))
            .Where(suspect => suspect.Picture is not null).Select(suspect => suspect.Picture! with { Remark = $"{suspect.Picture!.Class}: {suspect.Reason}" });
        return new(new FolderChanges(folder), pictures, [.. suspects]);
    }

    /// <summary>Asks the learner. Nothing is augmented: the losses are the same at every call. Negatives are left out: they have no class to change.</summary>
    /// <returns>The folder of the data set, and its pictures, worst first.</returns>
    internal static (string Folder, IReadOnlyList<CleanerPicture> Pictures) Of(Learner learn, CancellationToken cancellation)
    {
        var answers = Enum.GetValues<Subset>().Select(subset => (Subset: subset, Predictions: learn.GetPreds(subset, cancellation))).ToArray();
        var (classes, names) = (learn.DataLoaders.Vocab.Count, learn.DataLoaders.Answers);
        var folder = CommonFolder(answers.SelectMany(answer => answer.Predictions.Items.Where((_, i) => answer.Predictions.Targets[i] < classes)));
        return (folder, [.. answers.SelectMany(answer => Of(answer.Subset, answer.Predictions, classes, names, folder)).OrderByDescending(picture => picture.Loss)]);
    }

    /// <summary>The folder that all class folders are in.</summary>
    internal static string CommonFolder(IEnumerable<string> files)
    {
        string[][] folders = [.. files.Select(file => Path.GetDirectoryName(Path.GetDirectoryName(Path.GetFullPath(file))) ?? Path.GetPathRoot(file)!).Distinct().Select(path => path.Split(Path.DirectorySeparatorChar))];
        var shared = Enumerable.Range(0, folders.Min(parts => parts.Length)).TakeWhile(i => folders.All(parts => parts[i] == folders[0][i])).Count();
        return string.Join(Path.DirectorySeparatorChar, folders[0][..shared]) is { Length: > 0 } path ? path : Path.DirectorySeparatorChar.ToString();
    }

    private static IEnumerable<CleanerPicture> Of(Subset subset, Predictions predictions, int classes, IReadOnlyList<string> names, string folder) =>
        Enumerable.Range(0, predictions.Items.Count).Where(i => predictions.Targets[i] < classes).Select(i =>
        {
            var probabilities = predictions.Probabilities[i];
            var said = Array.IndexOf(probabilities, probabilities.Max());
            var remark = FormattableString.Invariant($"{names[said]} {100 * probabilities[said]:0} %, loss {predictions.Losses[i]:0.00}");
            return new CleanerPicture(Below(folder, predictions.Items[i]), names[predictions.Targets[i]], subset, predictions.Losses[i], remark);
        });

    private static string Below(string folder, string file) => Path.GetRelativePath(folder, file).Replace('\\', '/');
}
