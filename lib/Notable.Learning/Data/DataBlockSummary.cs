using TorchSharp;

namespace Notable.Learning;

/// <summary>One step of a data block.</summary>
/// <param name="Name">The step.</param>
/// <param name="Result">Its result, or the error message if it failed.</param>
public sealed record SummaryStep(string Name, string Result);

/// <summary>The steps of a data block on a source, up to a first batch or to the step that fails.</summary>
public sealed class DataBlockSummary
{
    private readonly List<SummaryStep> steps = [];

    private DataBlockSummary()
    {
    }

    /// <summary>The steps in order; if there was an error, the last one failed.</summary>
    public IReadOnlyList<SummaryStep> Steps => steps;

    /// <summary>Why the last step failed; null if all succeeded.</summary>
    public Exception? Error { get; private set; }

    /// <summary>Returns one line per step.</summary>
    public override string ToString() => string.Join('\n', steps.Select((step, i) =>
        $"{(Error is not null && i == steps.Count - 1 ? "FAILED  " : "")}{step.Name}: {step.Result}"));

    internal static DataBlockSummary Of(DataBlock block, string path, int bs)
    {
        var summary = new DataBlockSummary();
        using var scope = torch.NewDisposeScope();
        try
        {
            summary.Narrate(block, path, bs);
        }
        catch (StepFailed failed)
        {
            summary.Error = failed.InnerException;
        }
        return summary;
    }

    private void Narrate(DataBlock block, string path, int bs)
    {
        var items = Step($"list the items of {path}", () => block.GetItems(path), found => $"{found.Count} items, the first {found.FirstOrDefault()}");
        var categories = Step("get the class of each", () => Categories.Of(items, block.GetY, block.Blocks.Target.Vocab),
            found => string.Join(", ", found.Vocab.Select((name, c) => $"{found.Labels.Count(label => label == c)} {name}")));
        var split = Step($"split by {block.Splitter.GetType().Name}", () => Checked(block.Splitter.Apply(items), categories),
            found => $"{found.Train.Count} for training, {found.Valid.Count} for validation");
        var inference = Step("check the transforms", block.InferenceTransform, found => $"pictures end as {found.Size} x {found.Size} pixels");
        var first = split.Train[0];
        var picture = Step($"read {items[first]}", () => Imaging.Picture.Open(items[first], inference.Decode), Size);
        var random = new SeededRandom(0);
        foreach (var transform in block.ItemTransforms)
            picture = Step($"apply {transform.GetType().Name}", () => transform.Apply(picture, random), Size);
        var count = Math.Min(bs, split.Train.Count);
        var pixels = Step($"make a batch of {count}", () => Batch(picture, count), found => Shape(found) + " bytes");
        var images = Step("convert to numbers from 0 to 1", () => PixelBatch.ToFloat(pixels, torch.CPU), Numbers);
        foreach (var transform in block.BatchTransforms.OrderBy(transform => transform.Order))
            images = Step($"apply {transform.GetType().Name}", () => transform.Apply(images, random), Numbers);
        Step("apply Normalize", () => block.Normalize.Apply_(images), Numbers);
    }

    private T Step<T>(string name, Func<T> work, Func<T, string> describe)
    {
        try
        {
            var result = work();
            steps.Add(new(name, describe(result)));
            return result;
        }
        catch (Exception error)
        {
            steps.Add(new(name, error.Message));
            throw new StepFailed(error);
        }
    }

    private static Split Checked(Split split, Categories categories)
    {
        DataErrors.CheckSplit(split, categories);
        return split;
    }

    private static torch.Tensor Batch(Imaging.Picture picture, int count)
    {
        if (picture.Width != picture.Height)
            throw new DataException($"the picture is {picture.Width} x {picture.Height}: a transform after the one that resizes changed its shape");
        var pixels = PixelBatch.Allocate(count, picture.Width);
        PixelBatch.Fill(pixels, _ => picture, CancellationToken.None);
        return pixels;
    }

    private static string Size(Imaging.Picture picture) => $"{picture.Width} x {picture.Height} pixels";

    private static string Shape(torch.Tensor tensor) => $"[{string.Join(", ", tensor.shape)}]";

    private static string Numbers(torch.Tensor tensor) =>
        FormattableString.Invariant($"{Shape(tensor)} from {tensor.min().item<float>():0.###} to {tensor.max().item<float>():0.###}");

    private sealed class StepFailed(Exception error) : Exception(error.Message, error);
}
