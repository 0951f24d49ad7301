using Notable.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Whether gradients with respect to this tensor are recorded.</summary>
        public bool requires_grad
        {
            get => Native.nt_requires_grad(Handle);
            set => NativeError.Check(Native.nt_set_requires_grad(Handle, value));
        }

        /// <summary>Sets whether gradients with respect to this tensor are recorded.</summary>
        public Tensor requires_grad_(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        /// <summary>Whether the tensor was made directly and not by an operation that passes gradients on.</summary>
        public bool is_leaf => Native.nt_is_leaf(Handle);

        /// <summary>
        /// The gradient that <see cref="backward"/> has accumulated, or null. Each reading is a new handle on the same memory, to
        /// be freed like any tensor. Assigning replaces the gradient; null removes it.
        /// </summary>
        public Tensor? grad
        {
            get => Native.nt_has_grad(Handle) ? Of(Native.nt_grad(Handle)) : null;
            set => NativeError.Check(Native.nt_set_grad(Handle, HandleOf(value)));
        }

        /// <summary>Keeps the gradient of a tensor in the middle of the graph, which backward otherwise lets go.</summary>
        public void retain_grad() => NativeError.Check(Native.nt_retain_grad(Handle));

        /// <summary>Adds to each leaf's <see cref="grad"/> the gradient of this tensor with respect to it.</summary>
        /// <param name="grad_tensors">What the gradient of this tensor is taken to be; not needed for a single value.</param>
        /// <param name="retain_graph">Whether the graph stays for another backward; by default as <paramref name="create_graph"/>.</param>
        /// <param name="create_graph">Whether the gradients can be differentiated again.</param>
        public void backward(IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false)
        {
            if (grad_tensors is null && numel() != 1)
                throw new ArgumentException($"backward() starts from a single value; this tensor has shape {Shapes.Text(shape)}. Give grad_tensors.");
            var gradient = grad_tensors is { Count: > 0 } ? grad_tensors[0] : null;
            NativeError.Check(Native.nt_backward(Handle, HandleOf(gradient), retain_graph ?? create_graph, create_graph));
        }
    }
}
