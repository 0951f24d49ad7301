using System.Text.Json;
using TorchSharp;
using TorchSharp.Modules;

namespace Notable.Torch.Tests;

/// <summary>The body that fastai cuts from a ResNet18, with the golden folder's formula weights.</summary>
internal static class Body
{
    internal static Sequential Of(ResNet model) => torch.nn.Sequential(
        model.conv1, model.bn1, model.relu, model.maxpool, model.layer1, model.layer2, model.layer3, model.layer4);

    internal static void FillByFormula(torch.nn.Module module, IEnumerable<JsonElement> weights, string prefix)
    {
        var state = module.state_dict();
        var given = weights.Where(weight => weight.GetProperty("name").GetString()!.StartsWith(prefix, StringComparison.Ordinal)).ToList();
        Assert.Equal(given.Select(weight => weight.GetProperty("name").GetString()![prefix.Length..]), state.Keys);
        using var no_gradients = torch.no_grad();
        foreach (var (weight, tensor) in given.Zip(state.Values))
        {
            if (!weight.TryGetProperty("seed", out var seed)) continue;
            Assert.Equal(weight.GetProperty("shape").Longs(), tensor.shape);
            var values = Testing.Formula.Uniform(seed.GetUInt32(), (int)tensor.numel(), weight.GetProperty("lo").GetDouble(), weight.GetProperty("hi").GetDouble());
            using var filled = torch.tensor(values, tensor.shape);
            tensor.copy_(filled);
        }
    }
}
