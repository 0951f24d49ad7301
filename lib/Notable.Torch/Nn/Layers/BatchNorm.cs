using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>
    /// Normalises each feature, by the batch in training and by the running statistics in evaluation, then scales and shifts.
    /// Running statistics move by <c>momentum</c> towards each batch's.
    /// </summary>
    public abstract class BatchNorm : torch.nn.Module<torch.Tensor, torch.Tensor>
    {
        private readonly int[] ranks;
        private bool passesThrough;

        private protected BatchNorm(string name, int[] ranks, long features, double eps, double momentum, bool affine,
            bool trackRunningStats, torch.Device? device, torch.ScalarType? dtype) : base(name)
        {
            this.ranks = ranks;
            (num_features, this.eps, this.momentum) = (features, eps, momentum);
            if (affine)
            {
                weight = new Parameter(torch.ones(features, dtype, device));
                bias = new Parameter(torch.zeros(features, dtype, device));
            }
            if (trackRunningStats)
            {
                running_mean = torch.zeros(features, dtype, device);
                running_var = torch.ones(features, dtype, device);
                num_batches_tracked = torch.tensor(0L, device: device);
            }
            RegisterComponents();
        }

        /// <summary>How many features there are: the size of the second dimension.</summary>
        public long num_features { get; }

        /// <summary>Added to the variance before the root is taken.</summary>
        public double eps { get; }

        /// <summary>The part of the way the running statistics move towards a batch's.</summary>
        public double momentum { get; }

        /// <summary>The factors, or null.</summary>
        public Parameter? weight { get; }

        /// <summary>The shifts, or null.</summary>
        public Parameter? bias { get; }

        /// <summary>The running mean, or null.</summary>
        public torch.Tensor? running_mean { get; }

        /// <summary>The running variance, or null.</summary>
        public torch.Tensor? running_var { get; }

        /// <summary>How many batches the running statistics have seen, or null.</summary>
        public torch.Tensor? num_batches_tracked { get; }

        /// <inheritdoc/>
        public override torch.Tensor forward(torch.Tensor input)
        {
            if (!ranks.Contains((int)input.dim()))
                throw new ArgumentException($"{GetName()}: input of shape {Shapes.Text(input.shape)}; expected {string.Join(" or ", ranks)} dimensions.");
            if (passesThrough) return input.alias();
            if (training) num_batches_tracked?.add_(1);
            return torch.nn.functional.BatchNormalised(input, running_mean, running_var, weight, bias,
                training || running_mean is null, momentum, eps);
        }

        /// <summary>From now on the convolution before it does its work.</summary>
        internal void PassThrough()
        {
            passesThrough = true;
            ReleaseTensors();
        }
    }

    /// <summary>Batch normalisation of [N, features] or [N, features, length].</summary>
    public sealed class BatchNorm1d : BatchNorm
    {
        internal BatchNorm1d(long features, double eps, double momentum, bool affine, bool trackRunningStats, torch.Device? device, torch.ScalarType? dtype)
            : base(nameof(BatchNorm1d), [2, 3], features, eps, momentum, affine, trackRunningStats, device, dtype) { }
    }

    /// <summary>Batch normalisation of [N, features, height, width].</summary>
    public sealed class BatchNorm2d : BatchNorm
    {
        internal BatchNorm2d(long features, double eps, double momentum, bool affine, bool trackRunningStats, torch.Device? device, torch.ScalarType? dtype)
            : base(nameof(BatchNorm2d), [4], features, eps, momentum, affine, trackRunningStats, device, dtype) { }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Batch normalisation of [N, features] or [N, features, length].</summary>
            public static BatchNorm1d BatchNorm1d(long features, double eps = 1e-05, double momentum = 0.1, bool affine = true,
                bool track_running_stats = true, Device? device = null, ScalarType? dtype = null) =>
                new(features, eps, momentum, affine, track_running_stats, device, dtype);

            /// <summary>Batch normalisation of [N, features, height, width].</summary>
            public static BatchNorm2d BatchNorm2d(long features, double eps = 1e-05, double momentum = 0.1, bool affine = true,
                bool track_running_stats = true, Device? device = null, ScalarType? dtype = null) =>
                new(features, eps, momentum, affine, track_running_stats, device, dtype);
        }
    }
}
