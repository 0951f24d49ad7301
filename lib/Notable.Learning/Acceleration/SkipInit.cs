namespace Notable.Learning.Acceleration;

/// <summary>
/// Networks made without initial values, for those whose weights come from a file at once: drawing eleven million numbers takes longer than
/// reading them. PyTorch's <c>torch.nn.utils.skip_init</c>.
/// </summary>
internal static class SkipInit
{
    [ThreadStatic] private static int depth;

    internal static bool IsOn => depth > 0;

    /// <summary>Starts a region on this thread in which convolutions are made with unset weights; it ends when the result is disposed.</summary>
    public static IDisposable Begin()
    {
        depth++;
        return new Region();
    }

    private sealed class Region : IDisposable
    {
        private bool open = true;

        public void Dispose()
        {
            if (open)
                depth--;
            open = false;
        }
    }
}
