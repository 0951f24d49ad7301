using Notable.Learning.Acceleration;
using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Learning;

/// <summary>
/// A pretrained body without its classifier, and a head for the given classes: pictures [N, 3, H, W] to logits [N, classes].
/// Its tensors are named <c>body.layer1.0.conv1.weight</c> (torchvision's names) and <c>head.4.weight</c>.
/// </summary>
internal sealed class VisionModel : nn.Module<Tensor, Tensor>
{
    public VisionModel(Architecture architecture, int classes) : base(nameof(VisionModel))
    {
        Architecture = architecture;
        Body = architecture.CreateBody();
        Head = (architecture.Head ?? ClassifierHead.Create)(architecture.Features, classes);
        BatchNormalization.StopCounting(Body);
        BatchNormalization.StopCounting(Head);
        register_module("body", Body);
        register_module("head", Head);
    }

    public Architecture Architecture { get; }

    public nn.Module<Tensor, Tensor> Body { get; }

    public nn.Module<Tensor, Tensor> Head { get; }

    public override Tensor forward(Tensor x)
    {
        using var features = Features(x);
        return Head.call(features);
    }

    /// <summary>Returns the body's output for pictures: [N, channels, h, w] float32.</summary>
    public Tensor Features(Tensor x)
    {
        using var ordered = x.ToChannelsLast();
        using var features = Body.call(ordered);
        // bfloat16 ends with the body: pooling, the head and the loss use float32.
        return features.to_type(ScalarType.Float32);
    }
}
