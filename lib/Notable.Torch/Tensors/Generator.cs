using Notable.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// A random number generator of its own, on the host (mt19937) or a GPU (Philox), with the numbers of PyTorch for the same seed.
    /// It draws for tensors on its device. Not for use by two threads at once. Freed by <see cref="Dispose"/>.
    /// </summary>
    public sealed class Generator : IDisposable
    {
        private readonly GeneratorHandle handle;

        /// <summary>A generator on a device (the host by default) that starts from a seed.</summary>
        /// <exception cref="InvalidOperationException">There is no such GPU.</exception>
        public Generator(ulong seed = 0, Device? device = null)
        {
            this.device = device ?? CPU;
            var (type, index) = Placement.Of(device);
            handle = Native.nt_generator_new(unchecked((long)seed), type, index).Checked();
        }

        private Generator() => (handle, device) = (GeneratorHandle.Default, CPU);

        /// <summary>Where the generator draws.</summary>
        public Device device { get; }

        /// <summary>libtorch's own generators, which every draw without a generator uses.</summary>
        internal static Generator Default { get; } = new();

        internal static GeneratorHandle HandleOf(Generator? generator) => generator?.handle ?? GeneratorHandle.Default;

        /// <summary>Starts the generator again from a seed.</summary>
        public Generator manual_seed(long seed)
        {
            NativeError.Check(handle.IsInvalid ? Native.nt_manual_seed(seed) : Native.nt_generator_seed(handle, seed));
            return this;
        }

        /// <inheritdoc/>
        public void Dispose()
        {
            if (!handle.IsInvalid) handle.Dispose();
        }
    }

    /// <summary>Seeds libtorch's own generators on all devices.</summary>
    /// <returns>The default generator.</returns>
    public static Generator manual_seed(long seed) => Generator.Default.manual_seed(seed);

    /// <summary>Threads one operation may use.</summary>
    public static int get_num_threads() => Notable.Torch.Runtime.Threads;

    /// <summary>Sets how many threads one operation may use, for the calling thread and those that call libtorch later.</summary>
    public static void set_num_threads(int num) => Notable.Torch.Runtime.Threads = num;
}
