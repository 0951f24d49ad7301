using Notable.Learning.Files;
using Notable.Learning.Graphs;

namespace Notable.Learning;

/// <summary>A model's network as a graph, and everything else a <see cref="Predictor"/> needs.</summary>
/// <param name="Graph">From squares of pixels to logits and features.</param>
/// <param name="Head">The head's weights, for heat maps.</param>
/// <param name="Card">Information about the model.</param>
internal sealed record ModelNetwork(NetworkModel Graph, HeadWeights Head, ModelCard Card)
{
    /// <summary>Builds the network from these tensors.</summary>
    /// <param name="card">Identifies the network and how to use it.</param>
    /// <param name="tensors">The weights.</param>
    /// <param name="path">The origin of the weights, for messages.</param>
    /// <exception cref="WeightsFileException">The tensors do not match the network.</exception>
    public static ModelNetwork Of(ModelCard card, TensorFile tensors, string path)
    {
        var network = KnownNetworks.Find(card.Architecture)!;
        var head = new FastaiHead(network.Features, card.Answers.Count);
        var graph = NetworkGraph.ForPredictor(new(tensors, path), card.Transform, network.Body, head);
        if (card.Quantization is { Lows.Count: var found } && QuantizedGraph.ValuesOf(graph.Graph.Graph).Count is var expected && found != expected)
            throw new WeightsFileException(path, $"{found} ranges of values", $"{expected}, one for each that {card.Architecture} quantizes");
        return new(graph, head.Weights!, card);
    }
}
