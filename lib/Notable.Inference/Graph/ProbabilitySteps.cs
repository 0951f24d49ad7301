namespace Notable.Learning.Graphs;

/// <summary>
/// Adds the steps from logits to calibrated probabilities to a graph: <see cref="PictureViews.Together"/> and
/// <see cref="TemperatureScaling"/>.
/// </summary>
internal sealed class ProbabilitySteps(OnnxGraphBuilder nodes, ModelCard card)
{
    // Logarithm of the smallest positive float, so that a class ruled out in one part is not ruled out overall.
    private static readonly float Lowest = MathF.Log(float.Epsilon);

    /// <summary>Converts logits [parts, answers], the whole picture's first, to probabilities [answers].</summary>
    public string Probabilities(string logits)
    {
        var logs = nodes.Add("Max", [nodes.Add("LogSoftmax", [logits], ("axis", 1)), nodes.Constant([Lowest])]);
        var whole = Calibrated(Rows(logs, 0, 1));
        if (card.Transform.Views != Views.Whole)
        {
            var together = Calibrated(card.KnowsNeither ? TogetherWithNeither(logs) : Mean(logs));
            var sureness = nodes.Add("ReduceMax", [whole, nodes.Constant([1L])], ("keepdims", 1));
            var threshold = (float)(card.Calibration?.AsksTwiceBelow ?? TemperatureScaling.DefaultAsksTwiceBelow);
            whole = nodes.Add("Where", [nodes.Add("Less", [sureness, nodes.Constant([threshold])]), together, whole]);
        }
        return nodes.Add("Squeeze", [whole, nodes.Constant([0L])]);
    }

    /// <summary>
    /// Combines the classes by their geometric mean over the parts and keeps "neither" of the whole picture: logarithms [1, answers].
    /// </summary>
    private string TogetherWithNeither(string logs)
    {
        var classes = card.Vocab.Count;
        var neither = Columns(Rows(logs, 0, 1), classes, classes + 1);
        var shares = nodes.Add("LogSoftmax", [Mean(Columns(logs, 0, classes))], ("axis", 1));
        var left = nodes.Add("Log", [nodes.Add("Sub", [nodes.Constant([1f]), nodes.Add("Exp", [neither])])]);
        return nodes.Add("Max", [nodes.Add("Concat", [nodes.Add("Add", [shares, left]), neither], ("axis", 1)), nodes.Constant([Lowest])]);
    }

    private string Mean(string logs) => nodes.Add("ReduceMean", [logs, nodes.Constant([0L])], ("keepdims", 1));

    private string Calibrated(string logs)
    {
        if (card.Calibration is { } calibration)
        {
            float[] odds = [.. calibration.Odds(card.Answers.Count).Select(one => (float)Math.Log(one))];
            logs = nodes.Add("Add", [nodes.Add("Div", [logs, nodes.Constant([(float)calibration.Temperature])]), nodes.Constant(odds, 1, odds.Length)]);
        }
        return nodes.Add("Softmax", [logs], ("axis", 1));
    }

    private string Rows(string table, long from, long to) => Slice(table, from, to, 0);

    private string Columns(string table, long from, long to) => Slice(table, from, to, 1);

    private string Slice(string table, long from, long to, long axis) =>
        nodes.Add("Slice", [table, nodes.Constant([from]), nodes.Constant([to]), nodes.Constant([axis])]);
}
