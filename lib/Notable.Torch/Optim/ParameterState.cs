namespace TorchSharp;

/// <summary>A tensor of zeros for each parameter, made when it is first needed and laid out in memory like the parameter.</summary>
internal sealed class ParameterState : IDisposable
{
    private readonly Dictionary<torch.Tensor, torch.Tensor> byParameter = new(ReferenceEqualityComparer.Instance);

    internal List<torch.Tensor> For(List<torch.Tensor> parameters) => [.. parameters.Select(For)];

    private torch.Tensor For(torch.Tensor parameter)
    {
        if (byParameter.TryGetValue(parameter, out var state)) return state;
        using var no_gradients = torch.no_grad();
        using var data = parameter.detach();
        return byParameter[parameter] = data.clone().zero_().DetachFromDisposeScope();
    }

    public void Dispose()
    {
        foreach (var state in byParameter.Values) state.Dispose();
        byParameter.Clear();
    }
}
