using System.Globalization;
using Notable.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// An array of numbers with any count of dimensions, on the host or a device. Native memory: freed by <see cref="Dispose"/>
    /// or by the dispose scope it was made in; the finalizer is only a net. In-place operations (names that end in <c>_</c>) give
    /// the tensor itself, not a second handle.
    /// </summary>
    public partial class Tensor : IDisposable
    {
        private TensorHandle handle;

        internal Tensor(TensorHandle handle)
        {
            this.handle = handle;
            DisposeScope.Current?.Add(this);
        }

        /// <summary>The scope that frees this tensor, and the tensor's place in it: the scope's own to change.</summary>
        internal DisposeScope? OwningScope { get; set; }

        internal int ScopeSlot { get; set; }

        internal TensorHandle Handle => handle.IsClosed
            ? throw new ObjectDisposedException("torch.Tensor", "The tensor was disposed, by its Dispose or by the dispose scope it was made in "
                + "(MoveToOuterDisposeScope or DetachFromDisposeScope keep one longer).")
            : handle;

        /// <summary>A tensor over the result of a native call; throws that call's error where there is none.</summary>
        internal static Tensor Of(TensorHandle result) => new(result.Checked());

        internal static TensorHandle HandleOf(Tensor? tensor) => tensor?.Handle ?? TensorHandle.None;

        /// <summary>Hands the native tensor over to another object and leaves this one disposed.</summary>
        internal TensorHandle TakeHandle()
        {
            var taken = Handle;
            OwningScope?.Remove(this);
            handle = new TensorHandle();
            handle.Dispose();
            return taken;
        }

        /// <summary>Frees the tensor's memory unless other tensors share it.</summary>
        public void Dispose()
        {
            OwningScope?.Remove(this);
            handle.Dispose();
        }

        /// <summary>Whether the tensor was disposed.</summary>
        public bool IsInvalid => handle.IsClosed || handle.IsInvalid;

        /// <summary>The size of each dimension.</summary>
        public long[] shape
        {
            get
            {
                Span<long> sizes = stackalloc long[8];
                var rank = Native.nt_sizes(Handle, sizes, sizes.Length);
                if (rank <= sizes.Length) return sizes[..rank].ToArray();
                var all = new long[rank];
                Native.nt_sizes(Handle, all, rank);
                return all;
            }
        }

        /// <summary>The size of each dimension.</summary>
        public long[] size() => shape;

        /// <summary>The size of one dimension; negative numbers count from the last.</summary>
        public long size(int dim) => shape[Shapes.Dimension(this, dim)];

        /// <summary>How many elements lie between neighbours along each dimension.</summary>
        public long[] stride()
        {
            var strides = new long[dim()];
            Native.nt_strides(Handle, strides, strides.Length);
            return strides;
        }

        /// <summary>How many dimensions the tensor has.</summary>
        public long dim() => Native.nt_sizes(Handle, [], 0);

        /// <summary>How many dimensions the tensor has.</summary>
        public long ndim => dim();

        /// <summary>How many elements the tensor has.</summary>
        public long numel() => Native.nt_numel(Handle);

        /// <summary>How many elements the tensor has.</summary>
        public long NumberOfElements => numel();

        /// <summary>Bytes an element takes.</summary>
        public long element_size() => Native.nt_element_size(Handle);

        /// <summary>The type of the elements.</summary>
        public ScalarType dtype => (ScalarType)Native.nt_dtype(Handle);

        /// <summary>Where the tensor lies.</summary>
        public Device device
        {
            get
            {
                Native.nt_device(Handle, out var type, out var index);
                return type == 0 ? CPU : new Device((DeviceType)type, index);
            }
        }

        /// <summary>The kind of device the tensor lies on.</summary>
        public DeviceType device_type => device.type;

        /// <summary>Whether the elements lie row-major without gaps.</summary>
        public bool is_contiguous() => Native.nt_is_contiguous(Handle, 0);

        /// <summary>Whether the elements are floating-point numbers.</summary>
        public bool is_floating_point() => torch.is_floating_point(dtype);

        /// <summary>Shape, type and device; the value too where it is a single one.</summary>
        public override string ToString() => IsInvalid
            ? "a disposed tensor"
            : numel() == 1
                ? string.Create(CultureInfo.InvariantCulture, $"{Shapes.Text(shape)}, type = {dtype}, device = {device}, value = {item()}")
                : string.Create(CultureInfo.InvariantCulture, $"{Shapes.Text(shape)}, type = {dtype}, device = {device}");
    }
}
