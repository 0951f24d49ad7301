namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What is done to parameters between the backward pass and the step.</summary>
        public static class utils
        {
            /// <summary>Scales all gradients alike so that their joint norm is at most a bound.</summary>
            /// <param name="tensors">The parameters whose gradients count.</param>
            /// <param name="max_norm">The bound.</param>
            /// <param name="norm_type">The power of the norm; infinity takes the largest.</param>
            /// <returns>The norm before scaling.</returns>
            public static double clip_grad_norm_(IEnumerable<Modules.Parameter> tensors, double max_norm, double norm_type = 2.0) =>
                Gradients.ClipNorm([.. tensors], max_norm, norm_type);
        }
    }
}
