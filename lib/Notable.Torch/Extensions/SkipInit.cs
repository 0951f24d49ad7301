using Notable.Torch.Interop;

namespace Notable.Torch;

/// <summary>
/// Layers made without first values, for networks whose weights come from a file at once: drawing eleven million numbers takes
/// longer than reading them. PyTorch's <c>torch.nn.utils.skip_init</c>.
/// </summary>
public static class SkipInit
{
    [ThreadStatic] private static int depth;

    internal static bool IsOn => depth > 0;

    /// <summary>Until it is disposed, <c>nn.init</c> leaves tensors as they are on this thread, and layers hold no set values.</summary>
    public static IDisposable Begin()
    {
        depth++;
        return new ThreadRegion(nameof(SkipInit), () => depth--);
    }
}
