using Notable.Torch;
using Notable.Torch.Files;
using TorchSharp.Modules;

namespace TorchSharp;

/// <summary>Loads torchvision's weights into a residual network.</summary>
internal static class ResNetWeights
{
    internal static void Load(ResNet model, string path, bool skipLastLayer)
    {
        using var scope = torch.NewDisposeScope();
        var weights = WeightsFile.Read(path).ToStateDict();
        string[] skipped = skipLastLayer ? ["fc.weight", "fc.bias"] : [];
        // Weights older than PyTorch 0.4.1 do not count batches; the count is not used.
        string[] counters = [.. model.state_dict().Keys.Where(key => key.EndsWith(".num_batches_tracked", StringComparison.Ordinal) && !weights.ContainsKey(key))];
        model.load_state_dict(weights, strict: true, skip: [.. skipped, .. counters]);
    }
}
