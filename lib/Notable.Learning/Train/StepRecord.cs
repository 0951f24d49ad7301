namespace Notable.Learning;

/// <summary>One optimizer step as it was taken.</summary>
/// <param name="Loss">The smoothed training loss after the step's batch.</param>
/// <param name="LearningRates">The learning rate of each parameter group.</param>
/// <param name="Momentum">Adam's first decay rate.</param>
public sealed record StepRecord(double Loss, IReadOnlyList<double> LearningRates, double Momentum);
