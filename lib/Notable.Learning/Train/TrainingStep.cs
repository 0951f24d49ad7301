using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Learning;

/// <summary>One training step: forward pass, backward pass, optimizer.</summary>
internal static class TrainingStep
{
    /// <summary>Takes the step.</summary>
    /// <param name="model">The network, in training mode.</param>
    /// <param name="optimizer">Changes the weights.</param>
    /// <param name="precision">What the network computes in.</param>
    /// <param name="images">[N, 3, H, W].</param>
    /// <param name="lossOf">Returns the loss, one number, from logits [N, classes].</param>
    /// <param name="rates">The learning rate of each group.</param>
    /// <param name="momentum">Adam's first decay rate.</param>
    /// <param name="onLoss">Receives the batch's loss before any weight changes; may throw, and must not keep the tensor.</param>
    /// <param name="gradientScale">Factor on the loss before gradients are computed.</param>
    /// <param name="beforeStep">Called when the gradients are computed; false keeps them for the next batch and changes no weight.</param>
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

    /// <summary>Returns the network's logits [N, classes] as float32, whatever it computes in.</summary>
    public static Tensor Logits(VisionModel model, Precision precision, Tensor images)
    {
        using var mode = precision.Begin();
        using var logits = model.call(images);
        return logits.to_type(ScalarType.Float32);
    }
}
