using Notable.Learning.Files;
using Notable.Learning.Graphs;

namespace Notable.Learning;

/// <summary>A model's network as a graph, with all that a <see cref="Predictor"/> needs besides.</summary>
/// <param name="Graph">Squares of pixels to logits and features.</param>
/// <param name="Head">The head's weights, for heat maps.</param>
/// <param name="Card">Information about the model.</param>
internal sealed record ModelNetwork(NetworkModel Graph, HeadWeights Head, ModelCard Card)
{
    /// <summary>The network of these tensors.</summary>
    /// <param name="card">Which network they belong to, and how to use it.</param>
    /// <param name="tensors">The weights.</param>
    /// <param name="path">Where they come from, for messages.</param>
    /// <exception cref="WeightsFileException">The tensors are not those of the network.</exception>
    public static ModelNetwork Of(ModelCard card, TensorFile tensors, string path)
    {
        var network = KnownNetworks.Find(card.Architecture)!;
        var head = new FastaiHead(network.Features, card.Answers.Count);
        return new(NetworkGraph.ForPredictor(new(tensors, path), card.Transform, network.Body, head), head.Weights!, card);
    }
}
