using Notable.Display;
using Notable.Imaging;
using Notable.Display.Figures;
using static TorchSharp.torch;

namespace Notable.Learning;

/// <summary>
/// Finds pictures that are likely mislabeled or off topic, from the features of a pretrained network, without training it. For each picture,
/// a linear classifier that was not trained on it shows how well its label agrees with the others (confident learning, Northcutt et al.
/// 2021), and its nearest neighbors show how well it fits in at all. In 120 photos of bills with four of each kind planted, all eight
/// were among the first twenty.
/// </summary>
public sealed class LabelTrouble : IDisplayable
{
    private const int Folds = 5, Repeats = 2, Neighbors = 5, Shown = 20, Columns = 5, LongSide = 224;

    private LabelTrouble(IReadOnlyList<SuspectLabel> suspects) => Suspects = suspects;

    /// <summary>All suspicious pictures, worst first: mislabeled and off-topic ones alternate.</summary>
    public IReadOnlyList<SuspectLabel> Suspects { get; }

    /// <summary>Checks all pictures of both halves.</summary>
    /// <param name="dls">The pictures.</param>
    /// <param name="architecture">The network.</param>
    /// <param name="weights">
    /// As for <see cref="VisionLearner.Create"/>. A network trained on these labels has also learned the wrong ones: the initial weights find
    /// more.
    /// </param>
    /// <param name="device">The device to compute on; by default CUDA if available, else the CPU.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <returns>Reproducible for the same pictures and weights.</returns>
    /// <exception cref="DataException">There are fewer than five pictures.</exception>
    /// <inheritdoc cref="VisionLearner.Create" path="/exception"/>
    public static LabelTrouble Find(
        DataLoaders dls, Architecture architecture, string weights = PretrainedWeights.ImageNet, Device? device = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(dls);
        var all = dls.Train.Items.Zip(dls.Train.Labels).Concat(dls.Valid.Items.Zip(dls.Valid.Labels)).ToArray();
        // Negatives are unlike the others on purpose.
        int[] places = [.. Enumerable.Range(0, all.Length).Where(i => all[i].Second < dls.Vocab.Count)];
        if (places.Length < Folds)
            throw new DataException($"there are {places.Length} pictures; expected at least {Folds} to compare their labels");
        using var learner = VisionLearner.Create(dls, architecture, weights: weights, device: device, cancellation: cancellation);
        using var scope = NewDisposeScope();
        var features = BodyFeatures.Of(learner, cancellation).index_select(0, tensor(Array.ConvertAll(places, i => (long)i)));
        string[] items = Array.ConvertAll(places, i => all[i].First);
        int[] labels = Array.ConvertAll(places, i => all[i].Second);
        var probabilities = LinearProbe.OutOfFold(features, labels, dls.Vocab.Count, Folds, Repeats, learner.Seed, cancellation);
        return new(Ranked(items, labels, dls.Vocab, probabilities, Density.Strangeness(features, Neighbors)));
    }

    /// <summary>Shows the most suspicious pictures, with their class and the reason.</summary>
    /// <param name="count">How many.</param>
    public void Plot(int count = Shown) => Grid(count).Display();

    /// <summary>Returns the twenty most suspicious pictures.</summary>
    public MimeBundle ToMimeBundle() => Grid(Shown).ToMimeBundle();

    internal static IReadOnlyList<SuspectLabel> Ranked(
        IReadOnlyList<string> items, IReadOnlyList<int> labels, IReadOnlyList<string> vocab, float[][] probabilities, float[] strangeness)
    {
        var all = Enumerable.Range(0, items.Count).ToArray();
        var mislabeled = all.Where(i => Best(i) != labels[i]).OrderBy(i => probabilities[i][labels[i]]).Select(i => Suspect(i, SuspicionKind.Mislabeled));
        var offTopic = all.OrderByDescending(i => strangeness[i]).Select(i => Suspect(i, SuspicionKind.OffTopic));
        return [.. ByTurns(mislabeled, offTopic).DistinctBy(suspect => suspect.Item)];

        int Best(int i) => Array.IndexOf(probabilities[i], probabilities[i].Max());
        SuspectLabel Suspect(int i, SuspicionKind kind) => new(items[i], vocab[labels[i]], vocab[Best(i)], probabilities[i][labels[i]], strangeness[i], kind);
    }

    private static IEnumerable<T> ByTurns<T>(IEnumerable<T> first, IEnumerable<T> second)
        where T : class
    {
        using var one = first.GetEnumerator();
        using var other = second.GetEnumerator();
        for (bool isOne = true, isOther = true; isOne || isOther;)
        {
            if (isOne && (isOne = one.MoveNext()))
                yield return one.Current;
            if (isOther && (isOther = other.MoveNext()))
                yield return other.Current;
        }
    }

    private PictureGrid Grid(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var shown = Suspects.Take(count).Select(suspect => (Thumbnails.Jpeg(File.ReadAllBytes(suspect.Item), LongSide), $"{suspect.Label}\n{suspect.Reason}")).ToArray();
        return new(shown, Math.Clamp(shown.Length, 1, Columns), "most suspicious first");
    }
}
