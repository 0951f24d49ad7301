using Notable.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The NVIDIA GPUs that libtorch sees.</summary>
    public static class cuda
    {
        /// <summary>Whether this libtorch has a CUDA half and the machine a GPU for it.</summary>
        public static bool is_available() => device_count() > 0;

        /// <summary>How many GPUs there are.</summary>
        public static int device_count() => Native.nt_cuda_device_count();

        /// <summary>Waits until the device (the current one by default) has done all work given to it.</summary>
        public static void synchronize(long device_index = -1) => NativeError.Check(Native.nt_cuda_synchronize(device_index));
    }

    /// <summary>Whether there is a GPU that libtorch can use.</summary>
    public static bool cuda_is_available() => cuda.is_available();
}
