using System.Text.Json;
using Notable.Testing;

namespace Notable.Learning.Tests.Golden;

/// <summary>Golden group i: fourteen fixed answers on three classes, as fastai interprets them. Tolerance 1e-6 on losses.</summary>
public class Golden_i_Interpretation
{
    private readonly JsonElement golden = GoldenFile.Json("i_interpretation");
    private readonly ClassificationInterpretation interpretation;

    public Golden_i_Interpretation() => interpretation = new ClassificationInterpretation(["a", "b", "c"], new Predictions(
        [.. Enumerable.Range(0, 14).Select(i => i.ToString())],
        [.. golden.GetProperty("probs").EnumerateArray().Select(row => row.EnumerateArray().Select(p => p.GetSingle()).ToArray())],
        [.. golden.GetProperty("targets").EnumerateArray().Select(t => t.GetInt32())],
        [.. golden.GetProperty("losses").EnumerateArray().Select(l => l.GetDouble())]));

    [Fact]
    public void The_confusion_matrix_has_a_row_a_class_and_a_column_an_answer()
    {
        var expected = golden.GetProperty("confusion_rows_actual_cols_predicted").EnumerateArray().SelectMany(row => row.EnumerateArray().Select(c => c.GetInt32()));
        Assert.Equal(expected, interpretation.ConfusionMatrix().Cast<int>());
    }

    [Fact]
    public void Most_confused_come_in_fastais_order()
    {
        Assert.Equal(Expected("most_confused"), interpretation.MostConfused());
        Assert.Equal(Expected("most_confused_min2"), interpretation.MostConfused(minValue: 2));
    }

    [Fact]
    public void Top_losses_are_the_worst_first()
    {
        var top = interpretation.TopLosses();
        Assert.Equal(Numbers("top_losses_idx"), top.Select(t => int.Parse(t.Item)));
        Assert.All(top.Zip(golden.GetProperty("top_losses").EnumerateArray()), pair => Assert.Equal(pair.Second.GetDouble(), pair.First.Loss, 1e-6));
        Assert.Equal(Numbers("top5_idx"), interpretation.TopLosses(5).Select(t => int.Parse(t.Item)));
        Assert.Equal(Numbers("lowest4_idx"), interpretation.TopLosses(4, largest: false).Select(t => int.Parse(t.Item)));
    }

    [Fact]
    public void A_top_loss_tells_the_answer_and_its_probability()
    {
        var worst = interpretation.TopLosses(1)[0];
        Assert.Equal(("c", "a"), (worst.Predicted, worst.Actual));
        Assert.Equal(0.9083723425865173, worst.Probability, 1e-6);
    }

    [Fact]
    public void The_confusion_figure_carries_counts_and_class_names()
    {
        var text = interpretation.ConfusionFigure().ToPlotly().ToJsonString();
        Assert.Contains("[[\"0\",\"1\",\"4\"],[\"2\",\"1\",\"2\"],[\"1\",\"2\",\"1\"]]", text);
        Assert.Contains("[\"a\",\"b\",\"c\"]", text);
    }

    private IEnumerable<int> Numbers(string name) => golden.GetProperty(name).EnumerateArray().Select(n => n.GetInt32());

    private IEnumerable<Confusion> Expected(string name) =>
        golden.GetProperty(name).EnumerateArray().Select(c => new Confusion(c[0].GetString()!, c[1].GetString()!, c[2].GetInt32()));
}
