namespace Notable.Learning;

/// <summary>One item with the model's answer.</summary>
/// <param name="Item">The file.</param>
/// <param name="Predicted">The class the model gives it.</param>
/// <param name="Actual">The class it has.</param>
/// <param name="Loss">Its cross-entropy.</param>
/// <param name="Probability">The probability of the predicted class, 0 to 1.</param>
public sealed record ItemLoss(string Item, string Predicted, string Actual, double Loss, double Probability);
