using Notable.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// Records no gradients on this thread until it is disposed. The mode belongs to the thread: do not await inside.
    /// </summary>
    public static IDisposable no_grad() => new GradMode(false);

    /// <summary>Records gradients on this thread, or not, until it is disposed. The mode belongs to the thread: do not await inside.</summary>
    public static IDisposable enable_grad(bool enabled = true) => new GradMode(enabled);

    /// <summary>
    /// Like <see cref="no_grad"/> and cheaper still: tensors made inside can never take part in gradients. The mode belongs to the
    /// thread: do not await inside, and dispose it on the same thread.
    /// </summary>
    public static IDisposable inference_mode(bool mode = true)
    {
        var guard = Native.nt_inference_mode_enter(mode);
        return new ThreadRegion(nameof(inference_mode), () => Native.nt_inference_mode_leave(guard));
    }

    /// <summary>Whether gradients are recorded on this thread.</summary>
    public static bool is_grad_enabled() => Native.nt_grad_enabled();

    /// <summary>Whether <see cref="inference_mode"/> is on for this thread.</summary>
    public static bool is_inference_mode_enabled() => Native.nt_inference_mode_enabled();

    private sealed class GradMode : IDisposable
    {
        private readonly bool before = Native.nt_grad_enabled();

        internal GradMode(bool enabled) => Native.nt_set_grad_enabled(enabled);

        public void Dispose() => Native.nt_set_grad_enabled(before);
    }
}
