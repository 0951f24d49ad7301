using System.Globalization;
using Notable.Display;
using static TorchSharp.torch;

namespace Notable.Learning;

/// <summary>One tensor-holding layer of a network.</summary>
/// <param name="Layer">Its name in the network.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Output">The shape of what it makes of one batch.</param>
/// <param name="Parameters">How many numbers it has.</param>
/// <param name="Trains">Whether they train at present.</param>
public sealed record LayerSummary(string Layer, string Kind, string Output, long Parameters, bool Trains);

/// <summary>A network layer by layer, with the shapes a batch of its pictures takes.</summary>
/// <param name="Input">The shape of a batch.</param>
/// <param name="Layers">The layers that have parameters, in order.</param>
public sealed record ModelSummary(string Input, IReadOnlyList<LayerSummary> Layers) : IDisplayable
{
    /// <summary>How many numbers the network has.</summary>
    public long Parameters => Layers.Sum(layer => layer.Parameters);

    /// <summary>How many of them train at present.</summary>
    public long Trainable => Layers.Where(layer => layer.Trains).Sum(layer => layer.Parameters);

    /// <inheritdoc/>
    public MimeBundle ToMimeBundle() => MimeBundle.Text(ToString()).With(MimeTypes.Html, Formatter.Format(Layers).Content(MimeTypes.Html)!);

    /// <summary>The layers as a table of text, and the totals.</summary>
    public override string ToString()
    {
        var width = Layers.Select(layer => layer.Layer.Length).Append(5).Max();
        var rows = Layers.Select(layer => string.Create(CultureInfo.InvariantCulture,
            $"{layer.Layer.PadRight(width)} {layer.Kind,-12} {layer.Output,-20} {layer.Parameters,12:#,0}  {(layer.Trains ? "yes" : "no")}"));
        return string.Join('\n', [$"input {Input}", $"{"layer".PadRight(width)} {"kind",-12} {"output",-20} {"parameters",12}  trains", .. rows,
            string.Create(CultureInfo.InvariantCulture, $"{Parameters:#,0} parameters, of which {Trainable:#,0} train at present")]);
    }
}

/// <summary>Looks at a learner's network, and quiets its table.</summary>
public static class LearnerSummary
{
    /// <summary>The network's layers, with the shapes of one picture's way through it.</summary>
    public static ModelSummary Summary(this Learner learn)
    {
        using var scope = NewDisposeScope();
        using var gradients = no_grad();
        var size = learn.DataLoaders.InferenceTransform.Size;
        Dictionary<string, string> shapes = [];
        List<Action> hooks = [];
        var modules = learn.Model.named_modules().Where(entry => entry.module.parameters(false).Any()).ToList();
        foreach (var (name, module) in modules)
            if (module is nn.Module<Tensor, Tensor> layer)
                hooks.Add(layer.register_forward_hook((_, _, output) =>
                {
                    shapes[name] = Text(output.shape);
                    return output;
                }).remove);
        try
        {
            learn.Model.eval();
            TrainingStep.Logits(learn.Model, learn.Precision, zeros([1, 3, size, size], device: learn.Device));
        }
        finally
        {
            hooks.ForEach(remove => remove());
        }
        return new(Text([1, 3, size, size]), [.. modules.Select(entry => new LayerSummary(entry.name, entry.module.GetName(),
            shapes.GetValueOrDefault(entry.name, ""), entry.module.parameters(false).Sum(p => p.numel()), entry.module.parameters(false).All(p => p.requires_grad)))]);
    }

    /// <summary>Hides the table and the bar of fits until it is disposed: <c>using (learn.NoBar()) learn.Fit(1);</c></summary>
    public static IDisposable NoBar(this Learner learn) => new Quiet(learn);

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
