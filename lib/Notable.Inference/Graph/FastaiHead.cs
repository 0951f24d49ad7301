namespace Notable.Learning.Graphs;

/// <summary>
/// fastai's classification head with folded batch-norms: maximum and mean of each channel, a linear layer, a ReLU, a linear
/// layer.
/// </summary>
internal sealed class FastaiHead : IGraphLayers
{
    private const int Hidden = 512;
    private readonly int features, answers;

    public FastaiHead(int features, int answers) => (this.features, this.answers) = (features, answers);

    /// <summary>The folded weights, available after the head was added to a graph.</summary>
    public HeadWeights? Weights { get; private set; }

    public string AddTo(LayerGraph graph, string name, string input)
    {
        var (first, second) = (graph.NormFactors($"{name}2", 2 * features), graph.NormFactors($"{name}6", Hidden));
        var (inner, outer) = (graph.Take($"{name}4.weight", Hidden, 2 * features), graph.Take($"{name}8.weight", answers, Hidden));
        var (innerOffset, outerOffset) = (first.FoldIntoNext(inner), second.FoldIntoNext(outer));
        Weights = new(inner, innerOffset, outer, features);
        var pooled = graph.Flatten(graph.Concat(graph.GlobalMaxPool(input), graph.GlobalAveragePool(input)));
        return graph.Linear(graph.Relu(graph.Linear(pooled, inner, innerOffset)), outer, outerOffset);
    }
}

/// <summary>The folded weights of <see cref="FastaiHead"/>, for its gradient.</summary>
/// <param name="Inner">[hidden, 2 x features].</param>
/// <param name="InnerOffset">[hidden].</param>
/// <param name="Outer">[answers, hidden].</param>
/// <param name="Features">Channels of the body's output.</param>
internal sealed record HeadWeights(float[] Inner, float[] InnerOffset, float[] Outer, int Features);
