using Notable.Learning;

namespace Benchmarks.Recipes;

/// <summary>Figures over all folds of a study; "wrong" counts a bill taken for neither as wrong.</summary>
internal sealed class StudyFigures(IReadOnlyList<FoldStudy> folds)
{
    private readonly string[] vocab = folds[0].Vocab;
    private readonly Answered[] answers = [.. folds.SelectMany(fold => Scaled(folds, fold))];

    private bool KnowsNeither => KnowNeither(folds[0]);

    private IEnumerable<Answered> Valid => answers.Where(answer => answer.Asked.Set == "valid");

    public double Wrong => Valid.Average(IsWrong);

    public double WrongClass => Valid.Average(IsWrongClass);

    /// <summary>How often a picture of a set is taken for neither.</summary>
    public double Refused(string set) =>
        answers.Where(answer => answer.Asked.Set == set).Select(answer => KnowsNeither && answer.Outputs[^1] == answer.Outputs.Max() ? 1.0 : 0).DefaultIfEmpty(double.NaN).Average();

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
    public double Error => ErrorOf(answers.Where(IsHeldOut), NeitherWeight);

    /// <summary>That of the network's softmax.</summary>
    public double RawError => ErrorOf(folds.SelectMany(HeldOut), 1);

    private double NeitherWeight => KnowsNeither ? folds.Average(fold => fold.NeitherOdds) : 1;

    /// <summary>A fold's answers under the temperature of the other folds, of its own where there are no others, and its own odds.</summary>
    private static IEnumerable<Answered> Scaled(IReadOnlyList<FoldStudy> folds, FoldStudy fold)
    {
        var scaling = Fitted(folds.Count == 1 ? folds : [.. folds.Where(other => other != fold)])
            with
        { NeitherOdds = KnowNeither(fold) ? fold.NeitherOdds : 1, ClassOdds = fold.ClassOdds };
        return fold.Answers.Select(answer => answer with { Outputs = scaling.Apply(answer.Outputs) });
    }

    /// <summary>The temperature of some folds' answers, and the calibration error under the odds of the first.</summary>
    public static TemperatureScaling Fitted(IReadOnlyList<FoldStudy> folds)
    {
        var (held, vocab) = (folds.SelectMany(HeldOut).ToArray(), folds[0].Vocab);
        var odds = KnowNeither(folds[0]) ? folds[0].NeitherOdds : 1;
        return TemperatureScaling.Fit([.. held.Select(answer => answer.Outputs)], [.. held.Select(answer => Target(answer, vocab))], odds, folds[0].ClassOdds);
    }

    private double ErrorOf(IEnumerable<Answered> some, double neitherWeight)
    {
        var held = some.ToArray();
        double[] weights = [.. vocab.Select(_ => 1.0), neitherWeight];
        return TemperatureScaling.ErrorOf([.. held.Select(answer => answer.Outputs)], [.. held.Select(answer => Target(answer, vocab))], weights);
    }

    private static IEnumerable<Answered> HeldOut(FoldStudy fold) =>
        fold.Answers.Where(answer => answer.Asked.Set == "valid" || (KnowNeither(fold) && answer.Asked.Set == "negatives"));

    private bool IsHeldOut(Answered answer) => answer.Asked.Set == "valid" || (KnowsNeither && answer.Asked.Set == "negatives");

    private static bool KnowNeither(FoldStudy fold) => fold.Answers[0].Outputs.Length > fold.Vocab.Length;

    private static int Target(Answered answer, string[] vocab) => answer.Asked.Label is { } label ? Array.IndexOf(vocab, label) : vocab.Length;

    private double IsWrong(Answered answer) => Array.IndexOf(answer.Outputs, answer.Outputs.Max()) == Target(answer, vocab) ? 0 : 1;

    private double IsWrongClass(Answered answer)
    {
        var classes = answer.Outputs[..vocab.Length];
        return Array.IndexOf(classes, classes.Max()) == Target(answer, vocab) ? 0 : 1;
    }

    /// <summary>How surely a picture is of a class: by what is left beside neither, or, without that, by the highest class.</summary>
    private double Belonging(Answered answer) => KnowsNeither ? 1 - answer.Outputs[^1] : answer.Outputs.Max();

    private static bool IsStress(Answered answer) => answer.Asked.Set.StartsWith("stress/", StringComparison.Ordinal);
}
