using System.Runtime.InteropServices;
using Notable.Torch.Interop;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The one element of a one-element tensor, whatever its type.</summary>
        /// <exception cref="Notable.Torch.TorchException">The tensor has more elements, or none.</exception>
        public Scalar item()
        {
            NativeError.Check(Native.nt_item(Handle, out var value));
            return value;
        }

        /// <summary>The one element of a one-element tensor.</summary>
        /// <typeparam name="T">The C# type of the elements; it must be the tensor's own.</typeparam>
        /// <exception cref="ArgumentException">The tensor's elements are of another type, or it has not exactly one.</exception>
        public T item<T>() where T : unmanaged
        {
            CheckElement<T>();
            if (numel() != 1)
                throw new ArgumentException($"item() takes a tensor of one element; this one has shape {Shapes.Text(shape)}.");
            if (device_type == DeviceType.CPU) return MemoryMarshal.Cast<byte, T>(Raw(1))[0];
            using var host = Of(Native.nt_to(Handle, -1, (int)DeviceType.CPU, -1, false, false));
            return MemoryMarshal.Cast<byte, T>(host.Raw(1))[0];
        }

        /// <summary>The elements, row-major. Read from the tensor's own memory where it lies there so, else from a copy.</summary>
        /// <typeparam name="T">The C# type of the elements; it must be the tensor's own.</typeparam>
        /// <exception cref="ArgumentException">The tensor's elements are of another type.</exception>
        public TensorAccessor<T> data<T>() where T : unmanaged
        {
            CheckElement<T>();
            return new TensorAccessor<T>(this);
        }

        /// <summary>
        /// The tensor's own memory: row-major elements in the machine's byte order, for reading and writing in place. Valid as long
        /// as the tensor is not disposed.
        /// </summary>
        /// <exception cref="InvalidOperationException">The tensor lies on a device, or not row-major without gaps.</exception>
        public Span<byte> bytes
        {
            get
            {
                if (device_type != DeviceType.CPU) throw new InvalidOperationException($"The tensor lies on {device}; call cpu() first.");
                if (!is_contiguous())
                    throw new InvalidOperationException($"The tensor of shape {Shapes.Text(shape)} does not lie row-major; call contiguous() first.");
                return Raw(numel());
            }
        }

        private unsafe Span<byte> Raw(long count)
        {
            var length = checked((int)(count * element_size()));
            if (length == 0) return [];
            var at = Native.nt_data_ptr(Handle);
            return at == 0 ? throw NativeError.Last() : new Span<byte>((void*)at, length);
        }

        private void CheckElement<T>() where T : unmanaged
        {
            var (wanted, own) = (ElementTypes.Of<T>(), dtype);
            if (wanted != own)
                throw new ArgumentException($"The tensor's elements are {own}, not {wanted}; call to_type({wanted}) first.");
        }
    }
}
