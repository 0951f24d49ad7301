using System.Globalization;
using Notable.Display;

namespace Notable.Learning;

/// <summary>A layer of a network that holds parameters.</summary>
/// <param name="Layer">Its name in the network.</param>
/// <param name="Kind">The layer's type.</param>
/// <param name="Output">The shape of its output for one batch.</param>
/// <param name="Parameters">Number of its parameters.</param>
/// <param name="Trains">Whether they currently train.</param>
public sealed record LayerSummary(string Layer, string Kind, string Output, long Parameters, bool Trains);

/// <summary>The layers of a network, with their output shapes for a batch.</summary>
/// <param name="Input">The shape of a batch.</param>
/// <param name="Layers">The layers that have parameters, in order.</param>
public sealed record ModelSummary(string Input, IReadOnlyList<LayerSummary> Layers) : IDisplayable
{
    /// <summary>Number of parameters.</summary>
    public long Parameters => Layers.Sum(layer => layer.Parameters);

    /// <summary>Number of parameters that currently train.</summary>
    public long Trainable => Layers.Where(layer => layer.Trains).Sum(layer => layer.Parameters);

    /// <inheritdoc/>
    public MimeBundle ToMimeBundle() => MimeBundle.Text(ToString()).With(MimeTypes.Html, MimeBundle.TableHtml(Layers));

    /// <summary>Returns the layers as a text table, with totals.</summary>
    public override string ToString()
    {
        var width = Layers.Select(layer => layer.Layer.Length).Append(5).Max();
        var rows = Layers.Select(layer => string.Create(CultureInfo.InvariantCulture,
            $"{layer.Layer.PadRight(width)} {layer.Kind,-12} {layer.Output,-20} {layer.Parameters,12:#,0}  {(layer.Trains ? "yes" : "no")}"));
        return string.Join('\n', [$"input {Input}", $"{"layer".PadRight(width)} {"kind",-12} {"output",-20} {"parameters",12}  trains", .. rows,
            string.Create(CultureInfo.InvariantCulture, $"{Parameters:#,0} parameters, of which {Trainable:#,0} currently train")]);
    }
}
