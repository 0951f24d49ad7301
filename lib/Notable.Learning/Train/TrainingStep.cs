using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Learning;

/// <summary>Forward, backward, optimizer: what happens with one batch.</summary>
internal static class TrainingStep
{
    /// <summary>Takes the step.</summary>
    /// <param name="model">The network, in training mode.</param>
    /// <param name="optimizer">Changes the weights.</param>
    /// <param name="precision">What the network computes in.</param>
    /// <param name="images">[N, 3, H, W].</param>
    /// <param name="lossOf">The loss, one number, of logits [N, classes].</param>
    /// <param name="rates">The learning rate of each group.</param>
    /// <param name="momentum">Adam's first decay rate.</param>
    /// <param name="onLoss">Given the batch's loss before any weight changes; it may throw, and must not keep the tensor.</param>
    /// <param name="gradientScale">What the loss is multiplied by before gradients are taken.</param>
    /// <param name="beforeStep">Called when gradients are there; false keeps them for the next batch and changes no weight.</param>
    public static void Take(VisionModel model, Adam optimizer, Precision precision, Tensor images, Func<Tensor, Tensor> lossOf,
        double[] rates, double momentum, Action<Tensor> onLoss, double gradientScale = 1, Func<bool>? beforeStep = null)
    {
        using var scope = NewDisposeScope();
        var loss = lossOf(Logits(model, precision, images));
        onLoss(loss);
        using Scalar scale = gradientScale;
        (gradientScale == 1 ? loss : loss.mul(scale)).backward();
        if (beforeStep?.Invoke() ?? true)
            optimizer.Step(rates, momentum);
    }

    /// <summary>The network's answers [N, classes] as float32, whatever it computes in.</summary>
    public static Tensor Logits(VisionModel model, Precision precision, Tensor images)
    {
        using var mode = precision.Begin();
        using var logits = model.call(images);
        return logits.to_type(ScalarType.Float32);
    }
}
