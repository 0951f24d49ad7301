using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.DotNet.Interactive.Formatting;
using Plotly.NET;

namespace Notable.Display.Figures;

/// <summary>How charts of Plotly.NET and XPlot.Plotly look: registered when their library is loaded, and not before.</summary>
internal static partial class ChartFormats
{
    private const string PlotlyNet = "Plotly.NET", XPlot = "XPlot.Plotly";
    private static readonly Lock gate = new();
    private static bool hasPlotlyNet, hasXPlot;

    /// <summary>Registers them now or later.</summary>
    public static void Watch()
    {
        AppDomain.CurrentDomain.AssemblyLoad += (_, loaded) => Look(loaded.LoadedAssembly);
        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies())
            Look(assembly);
    }

    /// <summary>Registers those of Plotly.NET.</summary>
    public static void Register()
    {
        lock (gate)
        {
            if (hasPlotlyNet)
                return;
            hasPlotlyNet = true;
        }
        DefaultFormats.Add(() => FormatterInternals.Defaults.PushRange([.. Formats(typeof(GenericChart), chart => ChartJson.Of((GenericChart)chart))]));
        ValueBundle.Add(chart => chart is GenericChart own ? ChartBundle.Of(ChartJson.Of(own)) : null);
    }

    private static void Look(Assembly assembly)
    {
        switch (assembly.GetName().Name)
        {
            case PlotlyNet:
                Register();
                break;
            case XPlot:
                RegisterXPlot(assembly);
                break;
        }
    }

    private static void RegisterXPlot(Assembly assembly)
    {
        lock (gate)
        {
            if (hasXPlot || assembly.GetType("XPlot.Plotly.PlotlyChart") is not { } type || type.GetMethod("GetInlineJS", Type.EmptyTypes) is not { } script)
                return;
            hasXPlot = true;
            DefaultFormats.Add(() => FormatterInternals.Defaults.PushRange([.. Formats(type, chart => Read((string)script.Invoke(chart, null)!))]));
            ValueBundle.Add(chart => type.IsInstanceOfType(chart) ? ChartBundle.Of(Read((string)script.Invoke(chart, null)!)) : null);
        }
    }

    private static IEnumerable<ITypeFormatter> Formats(Type type, Func<object, JsonObject> read) =>
    [
        new ChartFormat(type, HtmlFormatter.MimeType, chart => ChartBundle.Of(read(chart)).ToHtml()),
        new ChartFormat(type, PlainTextFormatter.MimeType, chart => ChartBundle.Of(read(chart)).PlainText),
    ];

    /// <summary>The figure in XPlot's script, which has its data and layout as JSON.</summary>
    internal static JsonObject Read(string script)
    {
        var found = DataAndLayout().Match(script);
        try
        {
            return new JsonObject
            {
                ["data"] = JsonNode.Parse(found.Groups["data"].Value), ["layout"] = found.Groups["layout"].Value is { Length: > 0 } layout ? JsonNode.Parse(layout) as JsonObject ?? [] : new JsonObject(),
            };
        }
        catch (JsonException)
        {
            throw new NotSupportedException("this chart of XPlot could not be read; expected a script with 'var data = [...]' and 'var layout = {...}'");
        }
    }

    [GeneratedRegex(@"var\s+data\s*=\s*(?<data>.*?);\s*(?:var\s+layout\s*=\s*(?<layout>.*?);\s*)?(?:var\s|Plotly\.)", RegexOptions.Singleline)]
    private static partial Regex DataAndLayout();

    private sealed class ChartFormat(Type type, string mimeType, Func<object, string> format) : ITypeFormatter
    {
        public Type Type => type;

        public string MimeType => mimeType;

        public bool Format(object instance, FormatContext context)
        {
            context.Writer.Write(format(instance));
            return true;
        }
    }
}
