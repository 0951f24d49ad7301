using System.Globalization;
using Notable.Display;

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
    public MimeBundle ToMimeBundle() => MimeBundle.Text(ToString()).With(MimeTypes.Html, MimeBundle.TableHtml(Layers));

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
