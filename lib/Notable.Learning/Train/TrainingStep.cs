using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Notable.Learning;

/// <summary>Forward, backward, optimizer: what happens with one batch.</summary>
internal static class TrainingStep
{
    /// <summary>Takes the step and gives the batch's loss, mean cross-entropy.</summary>
    /// <exception cref="TrainingException">The loss is not finite; no weight was changed.</exception>
    public static float Take(VisionModel model, Adam optimizer, Tensor images, Tensor labels, double[] rates, double momentum)
    {
        using var scope = NewDisposeScope();
        var loss = F.cross_entropy(model.call(images), labels);
        var value = loss.item<float>();
        if (!float.IsFinite(value))
            throw new TrainingException(FormattableString.Invariant(
                $"the loss became {value} at a learning rate of {rates[^1]:g2}: train again from the start with a lower one"));
        loss.backward();
        optimizer.Step(rates, momentum);
        return value;
    }
}
