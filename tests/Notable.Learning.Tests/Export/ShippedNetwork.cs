using Notable.Learning.Files;

namespace Notable.Learning.Tests.Export;

/// <summary>The network of a model file in libtorch, in evaluation mode: what ONNX Runtime is compared with.</summary>
internal static class ShippedNetwork
{
    public static VisionModel Load(string path, ModelCard card)
    {
        var model = new VisionModel(Architectures.Find(card.Architecture), card.Answers.Count);
        ModelState.Load(model, Safetensors.Read(path), path);
        model.eval();
        return model;
    }
}
