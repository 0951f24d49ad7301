using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.DotNet.Interactive.Formatting;
using Plotly.NET;

namespace Notable.Display.Figures;

/// <summary>The formats of Plotly.NET and XPlot.Plotly charts, which are registered when their library is loaded.</summary>
internal static class ChartFormats
{
    private const string PlotlyNet = "Plotly.NET", XPlot = "XPlot.Plotly";
    private static readonly Lock gate = new();
    private static bool hasPlotlyNet, hasXPlot;

    /// <summary>Registers the formats now or when the libraries are loaded.</summary>
    public static void Watch()
    {
        NewerFSharp.Register();
        AppDomain.CurrentDomain.AssemblyLoad += (_, loaded) => Look(loaded.LoadedAssembly);
        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies())
            Look(assembly);
    }

    /// <summary>Registers the formats of Plotly.NET.</summary>
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

    /// <summary>Reads the figure in XPlot's script, which contains its data and layout as JSON.</summary>
    internal static JsonObject Read(string script) => Value(script, "data") is JsonArray data
        ? new JsonObject { ["data"] = data, ["layout"] = Value(script, "layout") as JsonObject ?? [] }
        : throw new NotSupportedException("this chart of XPlot could not be read; expected a script with 'var data = [...]' and 'var layout = {...}'");

    /// <summary>
    /// Returns the value of a variable; null if it does not exist. The text after it is not parsed, since a title may contain anything.
    /// </summary>
    private static JsonNode? Value(string script, string variable)
    {
        var declaration = new Regex($@"\bvar\s+{variable}\s*=\s*").Match(script);
        if (!declaration.Success)
            return null;
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(script[(declaration.Index + declaration.Length)..]));
            var value = JsonElement.ParseValue(ref reader);
            return value.ValueKind switch
            {
                JsonValueKind.Array => JsonArray.Create(value),
                JsonValueKind.Object => JsonObject.Create(value),
                _ => null,
            };
        }
        catch (JsonException)
        {
            return null;
        }
    }

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
