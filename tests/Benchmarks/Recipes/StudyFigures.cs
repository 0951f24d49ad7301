using Notable.Learning;

namespace Benchmarks.Recipes;

/// <summary>Figures over all folds of a study; "wrong" counts a bill taken for neither as wrong.</summary>
internal sealed class StudyFigures(IReadOnlyList<FoldStudy> folds)
{
    private readonly string[] vocab = folds[0].Vocab;
    private readonly Answered[] answers = [.. folds.SelectMany(fold => fold.Answers)];

    private bool KnowsNeither => answers[0].Outputs.Length > vocab.Length;

    private IEnumerable<Answered> Valid => answers.Where(answer => answer.Asked.Set == "valid");

    public double Wrong => Valid.Average(IsWrong);

    public double WrongClass => Valid.Average(IsWrongClass);

    public double WrongGenuine => Valid.Where(answer => !answer.Asked.Novelty).Average(IsWrong);

    public Dictionary<string, double> ByClass => Valid.GroupBy(answer => answer.Asked.Label!).ToDictionary(c => c.Key, c => c.Average(IsWrong));

    public SortedDictionary<string, double> Stress =>
        new(answers.Where(IsStress).GroupBy(answer => answer.Asked.Set).ToDictionary(kind => kind.Key, kind => kind.Average(IsWrong)));

    public double StressClass => answers.Where(IsStress).Select(IsWrongClass).DefaultIfEmpty(double.NaN).Average();

    /// <summary>How often a picture of a class is more surely of a class than one of the others, over pairs of one model's answers.</summary>
    public double Auroc(string others) => folds.Average(fold =>
    {
        var inClass = fold.Answers.Where(answer => answer.Asked.Set == "valid").Select(Belonging).ToArray();
        var outside = fold.Answers.Where(answer => answer.Asked.Set == others).Select(Belonging).ToArray();
        return inClass.Average(one => outside.Average(other => one > other ? 1 : one == other ? 0.5 : 0));
    });

    /// <summary>The temperature found on all folds: what a model of all pictures is shipped with.</summary>
    public double Temperature => Fitted(folds).Temperature;

    /// <summary>Calibration error of held-out answers under a temperature that other folds gave.</summary>
    public double Error => folds.Count == 1 ? double.NaN : ErrorOf(fold => Fitted([.. folds.Where(other => other != fold)]).Apply);

    public double RawError => ErrorOf(_ => outputs => outputs);

    public TemperatureScaling Fitted(IReadOnlyList<FoldStudy> some)
    {
        var held = some.SelectMany(HeldOut).ToArray();
        return TemperatureScaling.Fit([.. held.Select(answer => answer.Outputs)], [.. held.Select(Target)]);
    }

    private double ErrorOf(Func<FoldStudy, Func<float[], float[]>> scale)
    {
        var scaled = folds.SelectMany(fold => { var apply = scale(fold); return HeldOut(fold).Select(answer => (Row: apply(answer.Outputs), Target: Target(answer))); }).ToArray();
        return TemperatureScaling.ErrorOf([.. scaled.Select(answer => answer.Row)], [.. scaled.Select(answer => answer.Target)]);
    }

    private IEnumerable<Answered> HeldOut(FoldStudy fold) =>
        fold.Answers.Where(answer => answer.Asked.Set == "valid" || (KnowsNeither && answer.Asked.Set == "negatives"));

    private int Target(Answered answer) => answer.Asked.Label is { } label ? Array.IndexOf(vocab, label) : vocab.Length;

    private double IsWrong(Answered answer) => Array.IndexOf(answer.Outputs, answer.Outputs.Max()) == Target(answer) ? 0 : 1;

    private double IsWrongClass(Answered answer)
    {
        var classes = answer.Outputs[..vocab.Length];
        return Array.IndexOf(classes, classes.Max()) == Target(answer) ? 0 : 1;
    }

    /// <summary>How surely a picture is of a class: by what is left beside neither, or, without that, by the highest class.</summary>
    private double Belonging(Answered answer) => KnowsNeither ? 1 - answer.Outputs[^1] : answer.Outputs.Max();

    private static bool IsStress(Answered answer) => answer.Asked.Set.StartsWith("stress/", StringComparison.Ordinal);
}
