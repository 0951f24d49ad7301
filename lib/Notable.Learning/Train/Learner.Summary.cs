using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Learning;

public sealed partial class Learner
{
    /// <summary>Returns the network's layers, with their output shapes for one picture.</summary>
    public ModelSummary Summary()
    {
        using var scope = NewDisposeScope();
        using var gradients = no_grad();
        var size = DataLoaders.InferenceTransform.Size;
        Dictionary<string, string> shapes = [];
        List<Action> hooks = [];
        var modules = Model.named_modules().Where(entry => entry.module.parameters(false).Any()).ToList();
        foreach (var (name, module) in modules)
            if (module is nn.Module<Tensor, Tensor> layer)
                hooks.Add(layer.register_forward_hook((_, _, output) =>
                {
                    shapes[name] = Text(output.shape);
                    return output;
                }).remove);
        try
        {
            Model.eval();
            TrainingStep.Logits(Model, Precision, zeros([1, 3, size, size], device: Device));
        }
        finally
        {
            hooks.ForEach(remove => remove());
        }
        return new(Text([1, 3, size, size]), [.. modules.Select(entry => new LayerSummary(entry.name, entry.module.GetName(),
            shapes.GetValueOrDefault(entry.name, ""), entry.module.parameters(false).Sum(p => p.numel()), entry.module.parameters(false).All(p => p.requires_grad)))]);
    }

    /// <summary>Hides the table and the progress bar of fits until disposed: <c>using (learn.NoBar()) learn.Fit(1);</c></summary>
    public IDisposable NoBar() => new Quiet(this);

    private static string Text(long[] shape) => $"[{string.Join(", ", shape)}]";

    private sealed class Quiet : IDisposable
    {
        private readonly Learner learn;
        private readonly bool before;

        public Quiet(Learner learn)
        {
            (this.learn, before) = (learn, learn.ShowsProgress);
            learn.ShowsProgress = false;
        }

        public void Dispose() => learn.ShowsProgress = before;
    }
}
