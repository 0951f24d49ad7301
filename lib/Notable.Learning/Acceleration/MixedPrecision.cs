using TorchSharp;

namespace Notable.Learning.Acceleration;

/// <summary>
/// Mixed precision: within a region, the convolutions of this library compute in bfloat16; weights, the head and the loss stay float32.
/// A region applies to its thread only. Run the forward pass inside it and the backward pass after it.
/// </summary>
internal static class MixedPrecision
{
    [ThreadStatic] private static int depth;

    internal static bool IsOn => depth > 0;

    /// <summary>Starts a region in which convolutions compute in bfloat16; it ends when the result is disposed, on the same thread.</summary>
    /// <param name="enabled">False for a region without effect, so that callers need no second path.</param>
    public static IDisposable BFloat16(bool enabled = true)
    {
        if (enabled)
            depth++;
        return new Region(enabled);
    }

    private sealed class Region(bool open) : IDisposable
    {
        private bool open = open;

        public void Dispose()
        {
            if (open)
                depth--;
            open = false;
        }
    }
}
