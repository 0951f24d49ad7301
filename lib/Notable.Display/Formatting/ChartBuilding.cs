using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.FSharp.Collections;
using Plotly.NET;

namespace Notable.Display.Figures;

/// <summary>Converts figures to Plotly.NET charts.</summary>
public static class ChartBuilding
{
    /// <summary>Returns the figure as a Plotly.NET chart, which can be styled further.</summary>
    public static GenericChart ToChart(this Figure charted)
    {
        ChartFormats.Register();
        var figure = charted.ToPlotly();
        var traces = figure["data"]!.AsArray().Select(one => TraceOf(one!.AsObject()));
        // Without the library's template, which adds 8 kB to every figure.
        var chart = GenericChart.ofTraceObjects(useDefaults: false, ListModule.OfSeq(traces));
        return GenericChart.setLayout(Fill(new Layout(), figure["layout"]!.AsObject()), chart);
    }

    private static Plotly.NET.Trace TraceOf(JsonObject json)
    {
        var trace = new Trace2D((string)json["type"]!);
        foreach (var (name, value) in json.Where(entry => entry.Key != "type"))
            trace.SetProperty(name, Value(value));
        return trace;
    }

    private static T Fill<T>(T target, JsonObject json)
        where T : DynamicObj.DynamicObj
    {
        foreach (var (name, value) in json)
            target.SetProperty(name, Value(value));
        return target;
    }

    private static object? Value(JsonNode? node) => node switch
    {
        null => null,
        JsonObject parts => Fill(new DynamicObj.DynamicObj(), parts),
        JsonArray items => items.Select(Value).ToArray(),
        _ => node.GetValueKind() switch
        {
            JsonValueKind.String => (string)node!,
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => node.AsValue().TryGetValue<int>(out var number) ? number : double.Parse(node.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture),
        },
    };
}
