using Notable.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The NVIDIA GPUs that libtorch sees. What the package lacks (memory, cuDNN's search) is in <see cref="Notable.Torch.Cuda"/>.</summary>
    public static partial class cuda
    {
        /// <summary>Whether this libtorch has a CUDA half and the machine a GPU for it.</summary>
        public static bool is_available() => device_count() > 0;

        /// <summary>How many GPUs there are.</summary>
        public static int device_count() => Native.nt_cuda_device_count();

        /// <summary>Seeds the current GPU's own generator; without a GPU it does nothing.</summary>
        public static void manual_seed(long seed) => NativeError.Check(Native.nt_cuda_manual_seed(seed, false));

        /// <summary>Seeds the own generators of all GPUs; without a GPU it does nothing.</summary>
        public static void manual_seed_all(long seed) => NativeError.Check(Native.nt_cuda_manual_seed(seed, true));

        /// <summary>Waits until the device (the current one by default) has done all work given to it.</summary>
        /// <exception cref="InvalidOperationException">There is no such GPU.</exception>
        public static void synchronize(Device? device = null)
        {
            var (_, index) = Placement.Of(device ?? CUDA);
            NativeError.Check(Native.nt_cuda_synchronize(index));
        }
    }

    /// <summary>How exactly libtorch's helpers compute.</summary>
    public static partial class backends
    {
        /// <summary>Settings of CUDA.</summary>
        public static partial class cuda
        {
            /// <summary>Matrix products.</summary>
            public static partial class matmul
            {
                /// <summary>Whether float32 products may be rounded to TF32's 10 bits of fraction: much faster, off by default.</summary>
                public static bool allow_tf32
                {
                    get => Native.nt_cublas_allow_tf32();
                    set => NativeError.Check(Native.nt_set_cublas_allow_tf32(value));
                }
            }
        }

        /// <summary>Settings of cuDNN: convolutions.</summary>
        public static partial class cudnn
        {
            /// <summary>Whether float32 convolutions may be rounded to TF32's 10 bits of fraction: much faster, on by default.</summary>
            public static bool allow_tf32
            {
                get => Native.nt_cudnn_allow_tf32();
                set => NativeError.Check(Native.nt_set_cudnn_allow_tf32(value));
            }
        }
    }
}
