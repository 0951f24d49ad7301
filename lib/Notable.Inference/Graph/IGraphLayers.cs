namespace Notable.Learning.Graphs;

/// <summary>
/// A part of a network that can describe its layers, so that ONNX Runtime can run it. The networks of the library do; a body or head of
/// your own implements it on its module to be exported.
/// </summary>
public interface IGraphLayers
{
    /// <summary>Adds the layers to a graph.</summary>
    /// <param name="graph">Takes the layers, and finds their weights by name.</param>
    /// <param name="name">What the names of the weights start with: <c>body.</c>, <c>head.</c>, or longer for a nested part.</param>
    /// <param name="input">The value that goes in.</param>
    /// <returns>The value that comes out.</returns>
    string AddTo(LayerGraph graph, string name, string input);
}
