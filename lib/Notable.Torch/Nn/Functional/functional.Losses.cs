using Notable.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>The negative logarithm of the probability that softmax gives the right class.</summary>
            /// <param name="input">Scores [N, classes].</param>
            /// <param name="target">Class numbers [N] (int64), or probabilities [N, classes].</param>
            /// <param name="weight">A weight for each class.</param>
            /// <param name="ignore_index">A class number to leave out.</param>
            /// <param name="reduction">What becomes of the losses of a batch.</param>
            /// <param name="label_smoothing">The share of probability spread evenly over all classes, 0 to 1.</param>
            /// <exception cref="ArgumentException">The shapes or types do not fit.</exception>
            public static Tensor cross_entropy(Tensor input, Tensor target, Tensor? weight = null, long ignore_index = -100,
                Reduction reduction = Reduction.Mean, double label_smoothing = 0.0)
            {
                LayerChecks.CrossEntropy(input, target);
                return Tensor.Of(Native.nt_cross_entropy(input.Handle, target.Handle, Tensor.HandleOf(weight), (long)reduction, ignore_index, label_smoothing));
            }

            /// <summary>The squared difference.</summary>
            public static Tensor mse_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                Tensor.Of(Native.nt_mse_loss(input.Handle, target.Handle, (long)reduction));

            /// <summary>The negative logarithm of the probability that a sigmoid of the score gives the right answer of two.</summary>
            public static Tensor binary_cross_entropy_with_logits(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                Tensor.Of(Native.nt_binary_cross_entropy_with_logits(input.Handle, target.Handle, (long)reduction));
        }
    }
}
