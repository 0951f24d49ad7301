using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Notable.Display.Figures;

/// <summary>Creates the representations of a plotly.js figure: its JSON, HTML with a script that draws it, a static SVG, and a short text.</summary>
internal static class ChartBundle
{
    // Keeps < and > out of the script.
    private static readonly JsonSerializerOptions inScript = new() { Encoder = JavaScriptEncoder.Default };

    public static MimeBundle Of(JsonObject figure) => StaticFigureReader.Read(figure) is { } still
        ? Of(figure, still.ToString(), still.ToSvg())
        : Of(figure, Describe(figure), svg: null);

    public static MimeBundle Of(JsonObject figure, string words, string? svg)
    {
        var bundle = MimeBundle.Text(words).With(Figure.MimeType, figure).With(MimeTypes.Html, Html(figure, svg, words));
        return svg is null ? bundle : bundle.With(MimeTypes.Svg, svg);
    }

    /// <summary>
    /// Returns the static picture, and a script that replaces it with the interactive figure if the page allows scripts and plotly.js is
    /// available.
    /// </summary>
    private static string Html(JsonObject figure, string? svg, string words)
    {
        // As an image, since nbconvert and other front ends remove SVG elements.
        var still = svg is null ? ""
            : $"<img src=\"data:image/svg+xml;base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(svg))}\" alt=\"{WebUtility.HtmlEncode(words)}\" style=\"max-width:100%;height:auto\">";
        var id = $"chart-{Guid.NewGuid():n}";
        var parts = string.Join(", ", ((string[])["data", "layout", "config"]).Select(part => figure[part]?.ToJsonString(inScript) ?? "{}"));
        return $$"""
            <div id="{{id}}">{{still}}</div>
            <script type="text/javascript">
            (function () {
              function draw(Plotly) {
                var place = document.getElementById("{{id}}");
                if (place) { place.innerHTML = ""; Plotly.newPlot(place, {{parts}}); }
              }
              if (window.Plotly) { draw(window.Plotly); return; }
              var script = document.createElement("script");
              script.src = "https://cdn.plot.ly/plotly-2.35.2.min.js";
              script.onload = function () { if (window.Plotly) { draw(window.Plotly); } };
              document.head.appendChild(script);
            })();
            </script>
            """;
    }

    private static string Describe(JsonObject figure) => string.Join('\n',
    [
        TitleOf(figure["layout"]?["title"]) ?? "Chart",
        .. (figure["data"] as JsonArray ?? []).Select(trace => $"  {trace?["type"]?.ToString() ?? "trace"}{(trace?["name"] is { } name ? $" {name}" : "")}"),
    ]);

    /// <summary>Returns a title, which plotly.js accepts as text or as an object with a text.</summary>
    internal static string? TitleOf(JsonNode? title) => title switch
    {
        JsonObject parts => parts["text"]?.ToString(),
        JsonValue text => text.ToString(),
        _ => null,
    };
}
