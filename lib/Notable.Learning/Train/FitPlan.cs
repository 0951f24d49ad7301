namespace Notable.Learning;

/// <summary>The plan of a fit: how many epochs, at which rates, along which schedule.</summary>
internal sealed record FitPlan(int Epochs, LearningRates MaxRates, Schedule Schedule)
{
    public int Epochs { get; } = Epochs >= 0
        ? Epochs
        : throw new ArgumentOutOfRangeException(nameof(Epochs), Epochs, "the number of epochs must be 0 or more");

    /// <summary>Returns the groups' learning rates and the momentum at <paramref name="share"/> (0 to 1) of the fit.</summary>
    public (double[] Rates, double Momentum) At(double share, int groups)
    {
        var factor = Schedule.Rate(share);
        return (Array.ConvertAll(MaxRates.For(groups), rate => rate * factor), Schedule.Momentum(share));
    }
}

/// <summary>fastai's recipe for a pretrained network: the head first, then everything, early layers slowest.</summary>
internal sealed record FineTuneRecipe(FitPlan Frozen, FitPlan Unfrozen)
{
    public static FineTuneRecipe Of(int epochs, double baseLr, int freezeEpochs, double lrMult) => new(
        new FitPlan(freezeEpochs, LearningRates.UpTo(baseLr), Schedule.OneCycle(pctStart: 0.99)),
        new FitPlan(epochs, LearningRates.Between(baseLr / 2 / lrMult, baseLr / 2), Schedule.OneCycle(pctStart: 0.3, div: 5)));
}
