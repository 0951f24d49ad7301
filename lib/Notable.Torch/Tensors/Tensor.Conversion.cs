using Notable.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The tensor with elements of another type; the same memory where nothing changes and no copy is asked for.</summary>
        public Tensor to(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            Converted((int)type, null, copy, disposeAfter, non_blocking);

        /// <summary>The tensor on another device; the same memory where nothing changes and no copy is asked for.</summary>
        public Tensor to(Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            Converted(-1, device, copy, disposeAfter, non_blocking);

        /// <summary>The tensor on another device of a kind (-1: the current one).</summary>
        public Tensor to(DeviceType deviceType, int deviceIndex = -1, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            Converted(-1, new Device(deviceType, deviceIndex), copy, disposeAfter, non_blocking);

        /// <summary>The tensor with elements of another type, on another device.</summary>
        public Tensor to(ScalarType type, Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            Converted((int)type, device, copy, disposeAfter, non_blocking);

        /// <summary>The tensor with the type and the device of another one.</summary>
        public Tensor to(Tensor other, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            Converted((int)other.dtype, other.device, copy, disposeAfter, non_blocking);

        /// <summary>The tensor with elements of another type.</summary>
        public Tensor to_type(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(type, copy, disposeAfter, non_blocking);

        /// <summary>The tensor in host memory.</summary>
        public Tensor cpu(bool disposeAfter = false, bool non_blocking = false) => to(CPU, false, disposeAfter, non_blocking);

        /// <summary>The tensor on a GPU (the current one by default).</summary>
        public Tensor cuda(Device? device = null, bool disposeAfter = false, bool non_blocking = false) =>
            to(device ?? CUDA, false, disposeAfter, non_blocking);

        /// <summary>A copy in host memory that a GPU reads by itself, so that <c>to(..., non_blocking: true)</c> does not wait.</summary>
        /// <exception cref="InvalidOperationException">There is no GPU.</exception>
        public Tensor pin_memory()
        {
            Placement.Of(CUDA);
            return Of(Native.nt_pin_memory(Handle));
        }

        /// <summary>Whether the tensor lies in such memory.</summary>
        public bool is_pinned()
        {
            NativeError.Check(Native.nt_is_pinned(Handle, out var pinned));
            return pinned;
        }

        /// <summary>The tensor with its elements row-major without gaps; the same memory where they lie so already.</summary>
        public Tensor contiguous() => Of(Native.nt_contiguous(Handle, 0));

        /// <summary>A copy with memory of its own, which passes gradients on.</summary>
        public Tensor clone() => Of(Native.nt_clone(Handle));

        /// <summary>A second handle on the same tensor.</summary>
        public Tensor alias() => Of(Native.nt_alias(Handle));

        /// <summary>The same memory, cut off from the gradients' graph.</summary>
        public Tensor detach() => Of(Native.nt_detach(Handle));

        /// <summary>Cuts this tensor off from the gradients' graph.</summary>
        public Tensor detach_() => InPlace(Native.nt_detach_(Handle));

        /// <summary>Overwrites the elements with those of another tensor, which may have another type, device or a smaller shape.</summary>
        public Tensor copy_(Tensor source, bool non_blocking = false) => InPlace(Native.nt_copy_(Handle, source.Handle, non_blocking));

        /// <summary>Overwrites all elements with one value.</summary>
        public Tensor fill_(Scalar value) => InPlace(Native.nt_fill_(Handle, value));

        /// <summary>Overwrites all elements with 0.</summary>
        public Tensor zero_() => InPlace(Native.nt_zero_(Handle));

        /// <summary>Overwrites the elements with draws of a normal distribution.</summary>
        public Tensor normal_(double mean = 0, double stdev = 1, Generator? generator = null) =>
            InPlace(Native.nt_normal_(Handle, mean, stdev, Generator.HandleOf(generator)));

        /// <summary>Overwrites the elements with draws between two bounds, all equally likely.</summary>
        public Tensor uniform_(double from = 0, double to = 1, Generator? generator = null) =>
            InPlace(Native.nt_uniform_(Handle, from, to, Generator.HandleOf(generator)));

        /// <summary>Takes over another tensor's contents, whatever their type and device, and stays the same object to all who hold it.</summary>
        internal void SetData(Tensor data) => NativeError.Check(Native.nt_set_data(Handle, data.Handle));

        private Tensor InPlace(bool succeeded)
        {
            NativeError.Check(succeeded);
            return this;
        }

        private Tensor Converted(int type, Device? device, bool copy, bool disposeAfter, bool nonBlocking)
        {
            var (kind, index) = device is null ? (-1, -1) : Placement.Of(device);
            var result = Of(Native.nt_to(Handle, type, kind, index, copy, nonBlocking));
            if (disposeAfter) Dispose();
            return result;
        }
    }
}
