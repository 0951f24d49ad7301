using Notable.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// A random number generator of its own on the host (mt19937, the numbers of PyTorch for the same seed). Not for use by two
    /// threads at once. Freed by <see cref="Dispose"/>.
    /// </summary>
    public sealed class Generator : IDisposable
    {
        private readonly GeneratorHandle handle;

        /// <summary>A generator on the host that starts from a seed.</summary>
        /// <exception cref="ArgumentException">Another device than the host was asked for.</exception>
        public Generator(ulong seed = 0, Device? device = null)
        {
            if (device is not null && device.type != DeviceType.CPU)
                throw new ArgumentException($"A generator of its own lives on the host, not on {device}; use torch.manual_seed for a GPU.");
            handle = Native.nt_generator_new(unchecked((long)seed)).Checked();
        }

        private Generator() => handle = GeneratorHandle.Default;

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
