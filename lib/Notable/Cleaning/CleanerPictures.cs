using Notable.Gathering;
using Notable.Learning;

namespace Notable;

/// <summary>Loads all pictures of a learner with its predictions.</summary>
internal static class CleanerPictures
{
    private const int MostSuspects = 60;

    /// <summary>Opens a session on all pictures of a learner.</summary>
    public static CleaningSession Open(Learner learn, LabelTrouble? trouble, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(learn);
        var (folder, pictures) = Of(learn, cancellation);
        var byFile = pictures.ToDictionary(picture => picture.File, StringComparer.Ordinal);
        var suspects = (trouble?.Suspects ?? []).Take(MostSuspects)
            .Select(suspect => (suspect.Reason, Picture: byFile.GetValueOrDefault(Below(folder, suspect.Item))))
            .Where(suspect => suspect.Picture is not null).Select(suspect => suspect.Picture! with { Remark = $"{suspect.Picture!.Class}: {suspect.Reason}" });
        return new(new FolderChanges(folder), pictures, [.. suspects])
        {
            // Negatives are elsewhere, and the cleaner shows none of them.
            Skipped = [.. learn.DataLoaders.Skipped.Where(skipped => IsBelow(folder, skipped.Path))],
        };
    }

    /// <summary>Predicts all pictures, without augmentation, so that the losses are the same at every call.</summary>
    /// <returns>The folder of the data set, and its pictures, highest loss first.</returns>
    internal static (string Folder, IReadOnlyList<CleanerPicture> Pictures) Of(Learner learn, CancellationToken cancellation)
    {
        var answers = Enum.GetValues<Subset>().Select(subset => (Subset: subset, Predictions: learn.GetPreds(subset, cancellation))).ToArray();
        var vocab = learn.DataLoaders.Vocab;
        var folder = CommonFolder(answers.SelectMany(answer => answer.Predictions.Items.Where((_, i) => answer.Predictions.Targets[i] < vocab.Count)));
        return (folder, [.. answers.SelectMany(answer => Of(answer.Subset, answer.Predictions, vocab, folder)).OrderByDescending(picture => picture.Loss)]);
    }

    /// <summary>Returns the folder that contains all class folders.</summary>
    internal static string CommonFolder(IEnumerable<string> files)
    {
        string[][] folders = [.. files.Select(file => Path.GetDirectoryName(Path.GetDirectoryName(Path.GetFullPath(file))) ?? Path.GetPathRoot(file)!).Distinct().Select(path => path.Split(Path.DirectorySeparatorChar))];
        var shared = Enumerable.Range(0, folders.Min(parts => parts.Length)).TakeWhile(i => folders.All(parts => parts[i] == folders[0][i])).Count();
        return string.Join(Path.DirectorySeparatorChar, folders[0][..shared]) is { Length: > 0 } path ? path : Path.DirectorySeparatorChar.ToString();
    }

    private static IEnumerable<CleanerPicture> Of(Subset subset, Predictions predictions, IReadOnlyList<string> vocab, string folder) =>
        // Negatives are elsewhere and cannot be moved to a class.
        Enumerable.Range(0, predictions.Items.Count).Where(i => predictions.Targets[i] < vocab.Count).Select(i =>
        {
            var probabilities = predictions.Probabilities[i];
            var said = Array.IndexOf(probabilities, probabilities.Max());
            var remark = FormattableString.Invariant($"{(said < vocab.Count ? vocab[said] : Prediction.NeitherLabel)} {100 * probabilities[said]:0} %\nloss {predictions.Losses[i]:0.00}");
            return new CleanerPicture(Below(folder, predictions.Items[i]), vocab[predictions.Targets[i]], subset, predictions.Losses[i], remark);
        });

    // On Windows, the relative path to another drive is a full path.
    private static bool IsBelow(string folder, string file) => Below(folder, file) is var path && !path.StartsWith("../", StringComparison.Ordinal) && !Path.IsPathRooted(path);

    private static string Below(string folder, string file) => Path.GetRelativePath(folder, file).Replace('\\', '/');
}
