using Notable.Learning.Files;

namespace Notable.Learning.Tests.Export;

/// <summary>Predictors of networks that are in memory.</summary>
internal static class Predictors
{
    /// <summary>A predictor with every digit of the network's weights, which a model file halves.</summary>
    public static Predictor Of(VisionModel model, ModelCard card) =>
        Predictor.Start(ModelNetwork.Of(card, new TensorFile(ModelState.Store(model, halved: false)), "a network in memory"));
}
