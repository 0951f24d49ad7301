using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Notable.Learning;

/// <summary>Forward, backward, optimizer: what happens with one batch.</summary>
internal static class TrainingStep
{
    /// <summary>Takes the step.</summary>
    /// <param name="model">The network, in training mode.</param>
    /// <param name="optimizer">Changes the weights.</param>
    /// <param name="precision">What the network computes in.</param>
    /// <param name="images">[N, 3, H, W].</param>
    /// <param name="labels">[N] int64.</param>
    /// <param name="rates">The learning rate of each group.</param>
    /// <param name="momentum">Adam's first decay rate.</param>
    /// <param name="onLoss">
    /// Given the batch's loss, mean cross-entropy, before any weight changes; it may throw, and must not keep the tensor.
    /// </param>
    public static void Take(VisionModel model, Adam optimizer, Precision precision, Tensor images, Tensor labels,
        double[] rates, double momentum, Action<Tensor> onLoss)
    {
        using var scope = NewDisposeScope();
        var loss = F.cross_entropy(Logits(model, precision, images), labels);
        onLoss(loss);
        loss.backward();
        optimizer.Step(rates, momentum);
    }

    /// <summary>The network's answers [N, classes] as float32, whatever it computes in.</summary>
    public static Tensor Logits(VisionModel model, Precision precision, Tensor images)
    {
        using var mode = precision.Begin(images.device);
        using var logits = model.call(images);
        return logits.to_type(ScalarType.Float32);
    }
}
