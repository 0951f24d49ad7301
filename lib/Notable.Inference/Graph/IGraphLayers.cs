namespace Notable.Learning.Graphs;

/// <summary>
/// A part of a network that can describe its layers for ONNX Runtime. The library's networks implement it; implement it on a module of your
/// own to export it as a body or head.
/// </summary>
public interface IGraphLayers
{
    /// <summary>Adds the layers to a graph.</summary>
    /// <param name="graph">The graph, which also finds the weights by name.</param>
    /// <param name="name">Prefix of the weights' names: <c>body.</c>, <c>head.</c>, or longer for a nested part.</param>
    /// <param name="input">Name of the input value.</param>
    /// <returns>Name of the output value.</returns>
    string AddTo(LayerGraph graph, string name, string input);
}
