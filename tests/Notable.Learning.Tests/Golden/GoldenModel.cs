using System.Text.Json;
using Notable.Testing;
using TorchSharp;

namespace Notable.Learning.Tests.Golden;

/// <summary>Golden group c's network: ResNet18 and head for two classes, every tensor filled by formula.</summary>
internal static class GoldenModel
{
    private static readonly string[] BodyChildren = ["conv1", "bn1", "relu", "maxpool", "layer1", "layer2", "layer3", "layer4"];

    /// <summary>fastai numbers the children of body (0) and head (1); we keep torchvision's names.</summary>
    public static string OurName(string theirs)
    {
        var parts = theirs.Split('.', 3);
        return parts[0] == "0" ? $"body.{BodyChildren[int.Parse(parts[1])]}.{parts[2]}" : $"head.{parts[1]}.{parts[2]}";
    }

    public static VisionModel Create()
    {
        var model = new VisionModel(Architectures.ResNet18, 2);
        Fill(model, GoldenFile.Json("c_model_forward").GetProperty("weights"), OurName);
        return model;
    }

    public static void Fill(torch.nn.Module model, JsonElement weights, Func<string, string> name)
    {
        using var gradients = torch.no_grad();
        using var scope = torch.NewDisposeScope();
        var state = model.state_dict();
        Assert.Equal(weights.GetArrayLength(), state.Count);
        foreach (var weight in weights.EnumerateArray())
        {
            if (!weight.TryGetProperty("seed", out var seed))
                continue;
            var tensor = state[name(weight.GetProperty("name").GetString()!)];
            Assert.Equal(weight.GetProperty("shape").EnumerateArray().Select(d => d.GetInt64()), tensor.shape);
            tensor.copy_(Uniform(seed.GetUInt32(), tensor.shape, weight.GetProperty("lo").GetDouble(), weight.GetProperty("hi").GetDouble()));
        }
    }

    /// <summary>The golden folder's U(seed, shape, lo, hi).</summary>
    public static torch.Tensor Uniform(uint seed, long[] shape, double lo, double hi) =>
        torch.tensor(Formula.Uniform(seed, (int)shape.Aggregate(1L, (a, b) => a * b), lo, hi)).reshape(shape);

    public static float[] Floats(JsonElement list) => [.. list.EnumerateArray().Select(n => n.GetSingle())];

    /// <summary>Turns dropout off while the rest trains, as the golden steps were taken.</summary>
    public static void DropoutOff(torch.nn.Module model)
    {
        foreach (var module in model.modules().OfType<TorchSharp.Modules.Dropout>())
            module.eval();
    }
}
