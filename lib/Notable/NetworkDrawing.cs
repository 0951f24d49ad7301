using System.Globalization;
using System.Net;
using System.Text;
using Notable.Display;
using Notable.Learning;

namespace Notable;

/// <summary>
/// A drawing of a network: the stages that a picture passes through. Each stage is a stack of feature maps, which get smaller and more
/// numerous until one score per class is left.
/// </summary>
public sealed class NetworkDrawing : IDisplayable
{
    private const int StageWidth = 112, Height = 240, Middle = 100, Largest = 72, MostSheets = 8;
    private readonly IReadOnlyList<Stage> stages;
    private readonly IReadOnlyList<string> answers;

    private NetworkDrawing(IReadOnlyList<Stage> stages, IReadOnlyList<string> answers) => (this.stages, this.answers) = (stages, answers);

    /// <summary>Draws the network of a learner, with the actual shapes for its picture size.</summary>
    /// <param name="learn">The learner.</param>
    public static NetworkDrawing Of(Learner learn)
    {
        ArgumentNullException.ThrowIfNull(learn);
        var size = learn.DataLoaders.InferenceTransform.Size;
        var shapes = learn.Summary().Layers.Where(layer => layer.Layer.StartsWith("body.", StringComparison.Ordinal))
            .Select(layer => Numbers(layer.Output)).Where(shape => shape.Length == 4)
            .Select(shape => new Stage(shape[1], shape[2]));
        // The last layer of each size represents all layers of that size.
        List<Stage> stages = [new(3, size)];
        foreach (var stage in shapes)
            if (stages.Count > 1 && stages[^1].Side == stage.Side)
                stages[^1] = stage;
            else
                stages.Add(stage);
        return new(stages, learn.DataLoaders.Answers);
    }

    /// <inheritdoc/>
    public MimeBundle ToMimeBundle()
    {
        var svg = Svg();
        var html = $"<img src=\"data:image/svg+xml;base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(svg))}\" alt=\"{WebUtility.HtmlEncode(ToString())}\" style=\"max-width:100%;height:auto\">";
        return MimeBundle.Text(ToString()).With(MimeTypes.Html, html).With(MimeTypes.Svg, svg);
    }

    /// <summary>Returns the stages as text.</summary>
    public override string ToString() => $"network: {string.Join(" -> ", stages.Select(stage => $"{stage.Maps} x {stage.Side} x {stage.Side}"))} -> {string.Join(", ", answers)}";

    private string Svg()
    {
        var width = StageWidth * (stages.Count + 1) + 24;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{Height}\" viewBox=\"0 0 {width} {Height}\" font-family=\"system-ui,sans-serif\" font-size=\"12\" role=\"img\">")
            .Append(CultureInfo.InvariantCulture, $"<title>{WebUtility.HtmlEncode(ToString())}</title><rect width=\"{width}\" height=\"{Height}\" rx=\"8\" fill=\"#fff\"/>");
        for (var i = 0; i < stages.Count; i++)
            DrawStage(svg, stages[i], 12 + StageWidth * i + StageWidth / 2.0, isPicture: i == 0);
        var end = 12 + StageWidth * stages.Count;
        Text(svg, end + 4, Middle - 12 * answers.Take(MostSheets).Count(), "head", "start", bold: true);
        foreach (var (answer, i) in answers.Take(MostSheets).Select((answer, i) => (answer, i)))
            Text(svg, end + 4, Middle + 24 * i - 12 * (Math.Min(answers.Count, MostSheets) - 2), LabelText.Of(answer), "start");
        Text(svg, width / 2.0, Height - 14, "each arrow: layers of convolutions, with weights that training changes", "middle");
        return svg.Append("</svg>").ToString();
    }

    private static void DrawStage(StringBuilder svg, Stage stage, double middle, bool isPicture)
    {
        // Sizes are drawn by their square root, so that the last maps are visible; one more sheet for each doubling of the number of maps.
        var side = Largest * Math.Sqrt(Math.Min(1, stage.Side / 224.0));
        var sheets = isPicture ? 3 : Math.Clamp((int)Math.Log2(stage.Maps) - 2, 2, MostSheets);
        string[] colors = isPicture ? ["#d9534f", "#4c9f50", "#3b76c4"] : ["#3b76c4"];
        for (var sheet = 0; sheet < sheets; sheet++)
        {
            var shift = 3 * (sheet - (sheets - 1) / 2.0);
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{middle - side / 2 + shift - 8:0.#}\" y=\"{Middle - side / 2 + shift:0.#}\" width=\"{side:0.#}\" height=\"{side:0.#}\" fill=\"{colors[sheet % colors.Length]}\" fill-opacity=\".75\" stroke=\"#fff\"/>");
        }
        Text(svg, middle - 8, 176, isPicture ? "3 colors" : $"{stage.Maps} maps", "middle", bold: true);
        Text(svg, middle - 8, 194, $"{stage.Side} x {stage.Side}", "middle");
        svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{middle + StageWidth / 2.0 - 20:0.#} {Middle} h18 m-6 -5 l6 5 l-6 5\" fill=\"none\" stroke=\"#555\" stroke-width=\"2\"/>");
    }

    private static void Text(StringBuilder svg, double x, double y, string text, string anchor, bool bold = false) =>
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\" fill=\"#333\"{(bold ? " font-weight=\"600\"" : "")}>{WebUtility.HtmlEncode(text)}</text>");

    private static int[] Numbers(string shape) => [.. shape.Trim('[', ']').Split(", ").Where(one => one.Length > 0).Select(one => int.Parse(one, CultureInfo.InvariantCulture))];

    private sealed record Stage(int Maps, int Side);
}
