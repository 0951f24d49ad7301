using System.Globalization;
using System.Net;
using Notable.Learning;

namespace Notable;

/// <summary>Renders the probabilities of a prediction as a table of bars, most probable first.</summary>
internal static class ProbabilityBars
{
    public static string Of(Prediction said, AnswerTexts texts)
    {
        (string Name, double Value)[] all = [.. said.Answers.Select(entry => (texts.Name(entry.Key), entry.Value))];
        var percents = WholePercents([.. all.Select(bar => bar.Value)]);
        var rows = all.Zip(percents, (bar, percent) => Row(WebUtility.HtmlEncode(bar.Name), bar.Value, percent == 100 ? texts.Over99 : texts.Percent(percent / 100.0)));
        return $"<table class=\"photo-answer-bars\">{string.Concat(rows)}</table>";
    }

    /// <summary>
    /// Rounds probabilities to whole percentages that sum to 100: each is rounded down, and the remainder goes to the largest fractions.
    /// </summary>
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

    // The page's colors; front ends without its style sheet use those after the commas.
    private static string Row(string name, double value, string percent) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        <tr><th scope="row">{name}</th><td style="padding:0 0.75em"><div class="bar" role="meter" aria-label="{name}" aria-valuemin="0" aria-valuemax="1" aria-valuenow="{value:0.####}"
        style="min-width:5em;height:0.75em;border-radius:0.4em;overflow:hidden;background:var(--sunken,#e0e0e0)"><div style="width:{100 * value:0.##}%;height:100%;background:var(--accent,#1d6b42)"></div></div></td><td>{percent}</td></tr>
        """);
}
