namespace Notable.Learning;

/// <summary>How a model was trained, as recorded in its file.</summary>
/// <param name="Seed">The seed of the training.</param>
/// <param name="FrozenEpochs">Epochs that trained the head only.</param>
/// <param name="UnfrozenEpochs">Epochs that trained everything.</param>
/// <param name="BatchSize">Pictures per training step.</param>
/// <param name="TrainItems">Pictures trained on.</param>
/// <param name="ValidItems">Pictures measured on.</param>
/// <param name="ValidLoss">Mean cross-entropy on those after the last epoch; null when there was none.</param>
/// <param name="ErrorRate">Share of those answered wrongly after the last epoch, 0 to 1; null when it was not measured.</param>
/// <param name="Precision">What the network computed in while it trained; null when the file does not tell.</param>
public sealed record TrainingFacts(
    int Seed, int FrozenEpochs, int UnfrozenEpochs, int BatchSize, int TrainItems, int ValidItems, double? ValidLoss, double? ErrorRate,
    Precision? Precision = null);
