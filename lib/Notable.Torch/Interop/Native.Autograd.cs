using System.Runtime.InteropServices;

namespace Notable.Torch.Interop;

internal static partial class Native
{
    [LibraryImport(Library)] internal static partial Flag nt_requires_grad(TensorHandle tensor);
    [LibraryImport(Library)] internal static partial Flag nt_set_requires_grad(TensorHandle tensor, Flag wanted);
    [LibraryImport(Library)] internal static partial Flag nt_is_leaf(TensorHandle tensor);
    [LibraryImport(Library)] internal static partial Flag nt_retain_grad(TensorHandle tensor);
    [LibraryImport(Library)] internal static partial Flag nt_backward(TensorHandle tensor, TensorHandle gradient, Flag retainGraph, Flag createGraph);
    [LibraryImport(Library), SuppressGCTransition] internal static partial Flag nt_has_grad(TensorHandle tensor);
    [LibraryImport(Library)] internal static partial TensorHandle nt_grad(TensorHandle tensor);
    [LibraryImport(Library)] internal static partial Flag nt_set_grad(TensorHandle tensor, TensorHandle grad);
    [LibraryImport(Library)] internal static partial Flag nt_zero_grads(ReadOnlySpan<nint> tensors, int count, Flag setToNone);
    [LibraryImport(Library)] internal static partial Flag nt_grad_enabled();
    [LibraryImport(Library)] internal static partial void nt_set_grad_enabled(Flag enabled);
    [LibraryImport(Library)] internal static partial nint nt_inference_mode_enter(Flag enabled);
    [LibraryImport(Library)] internal static partial void nt_inference_mode_leave(nint guard);
    [LibraryImport(Library)] internal static partial Flag nt_inference_mode_enabled();
    [LibraryImport(Library)] internal static partial Flag nt_adam_step(ReadOnlySpan<nint> parameters, ReadOnlySpan<nint> grads, ReadOnlySpan<nint> expAvg, ReadOnlySpan<nint> expAvgSq, int count, long step, double lr, double mom, double sqrMom, double eps, double weightDecay);
    [LibraryImport(Library)] internal static partial Flag nt_adamw_step(ReadOnlySpan<nint> parameters, ReadOnlySpan<nint> expAvg, ReadOnlySpan<nint> expAvgSq, Span<long> steps, int count, double lr, double beta1, double beta2, double eps, double weightDecay);
    [LibraryImport(Library)] internal static partial Flag nt_sgd_step(ReadOnlySpan<nint> parameters, ReadOnlySpan<nint> buffers, Span<Flag> started, int count, double lr, double momentum, double dampening, double weightDecay, Flag nesterov, Flag maximize);
    [LibraryImport(Library)] internal static partial Flag nt_clip_grad_norm(ReadOnlySpan<nint> tensors, int count, double maxNorm, double normType, out double total);
}
