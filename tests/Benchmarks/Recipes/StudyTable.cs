using System.Globalization;
using System.Text.Json;
using Notable.Learning;

namespace Benchmarks.Recipes;

/// <summary>The figures of studies, a line each of a recipe's <c>random</c> and <c>group</c> folds.</summary>
internal static class StudyTable
{
    public static IReadOnlyList<FoldStudy> Read(IReadOnlyList<string> files) =>
        [.. files.SelectMany(File.ReadLines).Select(line => JsonSerializer.Deserialize<FoldStudy>(line)!)];

    public static void Write(IReadOnlyList<FoldStudy> studies)
    {
        foreach (var same in studies.GroupBy(study => (study.Recipe, Column: study.Fold.Split(':')[0])))
            Console.WriteLine($"{same.Key.Recipe} | {same.Key.Column} {string.Join("", same.Select(study => study.Fold.Split(':')[1]))} | {Line([.. same])}");
    }

    private static string Line(IReadOnlyList<FoldStudy> folds)
    {
        var figures = new StudyFigures(folds);
        var kinds = string.Join(" ", figures.Stress.Select(kind => $"{kind.Key[7..]} {Percent(kind.Value)}"));
        return string.Create(CultureInfo.InvariantCulture,
            $"wrong {Percent(figures.Wrong)} (forced {Percent(figures.WrongClass)}; {string.Join(" ", figures.ByClass.Select(c => $"{c.Key} {Percent(c.Value)}"))}; without novelties {Percent(figures.WrongGenuine)})"
            + $" | stress {Percent(figures.Stress.Values.DefaultIfEmpty(double.NaN).Average())} ({kinds}; forced {Percent(figures.StressClass)})"
            + $" | auroc usd20 {figures.Auroc("usd20"):0.000} foreign {figures.Auroc("foreign"):0.000} negatives {figures.Auroc("negatives"):0.000}, taken for neither {Percent(figures.Refused("usd20"))} {Percent(figures.Refused("foreign"))} {Percent(figures.Refused("negatives"))}, of the valid {Percent(figures.Refused("valid"))}"
            + $" | ece {Percent(figures.Error)} raw {Percent(figures.RawError)} T {figures.Temperature:0.00}"
            + $" | {folds.Average(fold => fold.ProcessorSeconds):0} s");
    }

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.0}%");
}
