namespace Notable.Learning;

/// <summary>How a model was trained, as recorded in its file.</summary>
/// <param name="Seed">The random seed.</param>
/// <param name="FrozenEpochs">Epochs that trained only the head.</param>
/// <param name="UnfrozenEpochs">Epochs that trained all layers.</param>
/// <param name="BatchSize">Pictures per training step.</param>
/// <param name="TrainItems">Number of training pictures.</param>
/// <param name="ValidItems">Number of validation pictures.</param>
/// <param name="ValidLoss">Mean cross-entropy on the validation pictures after the last epoch; null if there was none.</param>
/// <param name="ErrorRate">Fraction of validation pictures predicted wrong after the last epoch, 0 to 1; null if not measured.</param>
/// <param name="Precision">Number format of the training; null if unknown.</param>
public sealed record TrainingFacts(
    int Seed, int FrozenEpochs, int UnfrozenEpochs, int BatchSize, int TrainItems, int ValidItems, double? ValidLoss, double? ErrorRate,
    Precision? Precision = null);
