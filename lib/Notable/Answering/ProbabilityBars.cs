using System.Globalization;
using System.Net;
using Notable.Learning;

namespace Notable;

/// <summary>The probabilities of a prediction as a table of bars, the most probable answer first.</summary>
internal static class ProbabilityBars
{
    public static string Of(Prediction said, AnswerTexts texts)
    {
        (string Name, double Value)[] all = [.. said.Answers.Select(entry => (texts.Name(entry.Key), entry.Value))];
        var percents = WholePercents([.. all.Select(bar => bar.Value)]);
        var rows = all.Zip(percents, (bar, percent) => Row(WebUtility.HtmlEncode(bar.Name), bar.Value, percent == 100 ? texts.Over99 : texts.Percent(percent / 100.0)));
        return $"<table class=\"photo-answer-bars\">{string.Concat(rows)}</table>";
    }

    /// <summary>Probabilities in whole per cents that sum to 100: each is rounded down, and what is missing goes to those that lost most.</summary>
    internal static int[] WholePercents(IReadOnlyList<double> probabilities)
    {
        var whole = probabilities.Sum();
        double[] shares = [.. probabilities.Select(probability => 100 * probability / whole)];
        int[] percents = [.. shares.Select(share => (int)share)];
        var byLoss = Enumerable.Range(0, shares.Length).OrderByDescending(i => shares[i] - percents[i]).ToArray();
        foreach (var i in byLoss.Take(100 - percents.Sum()))
            percents[i]++;
        return percents;
    }

    private static string Row(string name, double value, string percent) => string.Create(
        CultureInfo.InvariantCulture,
        $"""<tr><th scope="row">{name}</th><td><meter min="0" max="1" value="{value:0.####}" aria-label="{name}"></meter></td><td>{percent}</td></tr>""");
}
