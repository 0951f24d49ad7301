using Notable.Learning.Acceleration;
using Notable.Learning.Files;
using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Learning;

/// <summary>Copies a network's weights to and from weights files. File contents are validated first.</summary>
internal static class ModelState
{
    private const string BatchCounter = "num_batches_tracked";

    /// <summary>
    /// Returns the network's tensors for a file, optionally halved: matrices and kernels as fp16, which halves the file and changes a
    /// probability by at most a few thousandths; vectors (batch-norms) stay float32, because their statistics span many magnitudes.
    /// </summary>
    /// <exception cref="TrainingException">A weight is not finite.</exception>
    public static IReadOnlyList<StoredTensor> Store(nn.Module module, bool halved = true)
    {
        using var scope = NewDisposeScope();
        return [.. module.state_dict().Select(entry => Store(entry.Key, entry.Value, halved))];
    }

    /// <summary>
    /// Fills a new network from a file that must have exactly its tensors; <see cref="FiniteNumbers.Require"/> has checked the numbers.
    /// </summary>
    /// <exception cref="WeightsFileException">There are missing or extra tensors, or one has another shape.</exception>
    public static void LoadForInference(nn.Module module, TensorFile file, string path) => Fill(module, file, path);

    /// <summary>
    /// Fills the whole network from a file that must have exactly its tensors, with finite numbers; on an error nothing is changed.
    /// </summary>
    /// <exception cref="WeightsFileException">There are missing or extra tensors, or one has another shape or is not finite.</exception>
    public static void Load(nn.Module module, TensorFile file, string path)
    {
        FiniteNumbers.Require(file, path);
        var before = new WeightsSnapshot(module);
        try
        {
            Fill(module, file, path);
        }
        catch
        {
            before.Restore();
            throw;
        }
    }

    private static void Fill(nn.Module module, TensorFile file, string path)
    {
        using var scope = NewDisposeScope();
        var state = module.state_dict();
        if (file.Tensors.Keys.FirstOrDefault(name => !state.ContainsKey(name) && !name.EndsWith(BatchCounter, StringComparison.Ordinal)) is { } extra)
            throw new WeightsFileException(path, $"a tensor '{Text(extra)}' that the network does not have", $"its {state.Count} tensors only");
        Fill(state, file, path);
    }

    /// <summary>
    /// Fills the body from weights with torchvision's or fastai's names, or from a model file of this library; the file's classifier is
    /// ignored.
    /// </summary>
    /// <exception cref="WeightsFileException">A tensor is missing, has another shape, or is not finite.</exception>
    public static void LoadBody(VisionModel model, TensorFile file, string path)
    {
        FiniteNumbers.Require(file, path);
        using var scope = NewDisposeScope();
        var state = model.Body.state_dict();
        var nameOf = BodyNames.In(file, state.Keys.First());
        try
        {
            // Older torchvision files lack the batch counters, which are not used.
            Fill(state.Where(entry => !entry.Key.EndsWith(BatchCounter, StringComparison.Ordinal) || file.Tensors.ContainsKey(nameOf(entry.Key))), file, path, nameOf);
        }
        catch (WeightsFileException error) when (Recognize(file) is { } found && found != model.Architecture.Name)
        {
            throw OfAnother(found, model, path, error);
        }
        // A larger network's file has all tensors that a smaller one needs, but without the others they are useless.
        if (HoldsMore(file, state.Keys, nameOf) && Recognize(file) is { } larger && larger != model.Architecture.Name)
            throw OfAnother(larger, model, path);
    }

    private static WeightsFileException OfAnother(string found, VisionModel model, string path, Exception? error = null) => new(
        path, $"the weights of a {found}", $"those of a {model.Architecture.Name}: train a {found}, or name other weights", error);

    /// <summary>Returns whether a stage of the residual network has more blocks in the file.</summary>
    private static bool HoldsMore(TensorFile file, IEnumerable<string> names, Func<string, string> nameOf)
    {
        var stages = names.Where(name => name.StartsWith("layer", StringComparison.Ordinal)).Select(name => nameOf($"{name.Split('.')[0]}.")).Distinct().ToList();
        var known = names.Select(nameOf).ToHashSet();
        return file.Tensors.Keys.Any(name => !known.Contains(name) && !name.EndsWith(BatchCounter, StringComparison.Ordinal)
            && stages.Exists(stage => name.StartsWith(stage, StringComparison.Ordinal)));
    }

    /// <summary>Returns the architecture whose body a file contains, the largest that matches; null if there is none.</summary>
    private static string? Recognize(TensorFile file)
    {
        (string? Name, int Tensors) best = (null, 0);
        foreach (var architecture in Architectures.All)
        {
            using var scope = NewDisposeScope();
            using var body = architecture.CreateBody();
            var state = body.state_dict();
            var nameOf = BodyNames.In(file, state.Keys.First());
            if (state.All(entry => entry.Key.EndsWith(BatchCounter, StringComparison.Ordinal)
                || (file.Tensors.TryGetValue(nameOf(entry.Key), out var stored) && stored.Shape.SequenceEqual(entry.Value.shape))))
                best = state.Count > best.Tensors ? (architecture.Name, state.Count) : best;
        }
        return best.Name;
    }

    private static void Fill(IEnumerable<KeyValuePair<string, Tensor>> state, TensorFile file, string path, Func<string, string>? nameOf = null)
    {
        using var gradients = no_grad();
        foreach (var (key, tensor) in state)
        {
            var name = nameOf?.Invoke(key) ?? key;
            if (!file.Tensors.TryGetValue(name, out var stored))
                throw new WeightsFileException(path, $"no tensor '{name}'", "every tensor of the network");
            if (!stored.Shape.SequenceEqual(tensor.shape))
                throw new WeightsFileException(path, $"tensor '{name}' of shape {Text(stored.Shape)}", Text(tensor.shape));
            using var values = Values(stored, path);
            if (is_floating_point(values.dtype) != is_floating_point(tensor.dtype))
                throw new WeightsFileException(path, $"tensor '{name}' of type {stored.DType}", $"numbers that fit {tensor.dtype}");
            tensor.copy_(values);
        }
    }

    private static StoredTensor Store(string name, Tensor tensor, bool halves)
    {
        var halved = halves && is_floating_point(tensor.dtype) && tensor.dim() > 1;
        var host = (halved ? tensor.detach().to_type(ScalarType.Float16) : tensor.detach()).cpu().contiguous();
        if (!IsFinite(host))
            throw new TrainingException($"the weights '{name}' are not all finite: the training diverged, "
                + "and nothing was written; train again with a lower learning rate");
        return new StoredTensor(name, Spelling(host.dtype), tensor.shape, host.bytes.ToArray());
    }

    private static Tensor Values(StoredTensor stored, string path) => stored.DType is "F16" or "BF16" or "F32" or "F64" or "I64"
        ? stored.ToTensor()
        : throw new WeightsFileException(path, $"tensor '{stored.Name}' of type {stored.DType}", "F16, BF16, F32, F64 or I64");

    private static bool IsFinite(Tensor values)
    {
        using var scope = NewDisposeScope();
        return values.isfinite().all().item<bool>();
    }

    // Text from a file is shortened and stripped of control characters before it is put into a message.
    private static string Text(string name) => new([.. name.Where(c => !char.IsControl(c)).Take(80)]);

    private static string Text(long[] shape) => $"[{string.Join(", ", shape.Take(8))}]";

    private static string Spelling(ScalarType type) => type switch
    {
        ScalarType.Float16 => "F16",
        ScalarType.Float32 => "F32",
        ScalarType.Int64 => "I64",
        _ => throw new NotSupportedException($"a network's tensor is {type}; expected Float32 or Int64"),
    };
}

/// <summary>Training cannot continue; the message says why and what to do.</summary>
public sealed class TrainingException(string message) : Exception(message);
