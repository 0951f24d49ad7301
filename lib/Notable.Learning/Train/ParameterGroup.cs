using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Notable.Learning;

/// <summary>One trained tensor of a model.</summary>
/// <param name="Name">Its name in the model.</param>
/// <param name="Tensor">The tensor itself.</param>
/// <param name="IsNorm">Whether it belongs to a batch-norm, which trains even while its group is frozen.</param>
internal sealed record TrainedTensor(string Name, Parameter Tensor, bool IsNorm)
{
    /// <summary>Whether weight decay applies: not to biases and batch-norms.</summary>
    public bool Decays => !IsNorm && !Name.EndsWith(".bias", StringComparison.Ordinal);
}

/// <summary>The tensors that share a learning rate.</summary>
internal sealed record ParameterGroup(IReadOnlyList<TrainedTensor> Tensors)
{
    /// <summary>Returns the groups of a model: early body, late body, head.</summary>
    public static ParameterGroup[] Of(VisionModel model)
    {
        var norms = model.named_modules().Where(m => m.module is BatchNorm).Select(m => m.name + ".").ToHashSet();
        var tensors = model.named_parameters()
            .Select(p => new TrainedTensor(p.name, p.parameter, norms.Contains(p.name[..(p.name.LastIndexOf('.') + 1)])))
            .ToList();
        var late = tensors.FindIndex(t => t.Name.StartsWith($"body.{model.Architecture.SplitAt}.", StringComparison.Ordinal));
        var head = tensors.FindIndex(t => t.Name.StartsWith("head.", StringComparison.Ordinal));
        return [new(tensors[..late]), new(tensors[late..head]), new(tensors[head..])];
    }

    /// <summary>Makes the whole group trainable, only its batch-norms, or nothing.</summary>
    public void Train(bool whole, bool norms = true)
    {
        foreach (var tensor in Tensors)
            tensor.Tensor.requires_grad = whole || (norms && tensor.IsNorm);
    }
}
