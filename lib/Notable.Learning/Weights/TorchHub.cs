namespace Notable.Learning;

/// <summary>Finds the folder where PyTorch keeps downloaded weights, so that both share files.</summary>
internal static class TorchHub
{
    /// <summary>
    /// Returns <c>$TORCH_HOME/hub/checkpoints</c>, where <c>TORCH_HOME</c> defaults to <c>$XDG_CACHE_HOME/torch</c> and that to
    /// <c>~/.cache</c>, as in <c>torch.hub</c>. An empty variable counts as not set.
    /// </summary>
    /// <param name="variable">Looks up an environment variable.</param>
    public static string Checkpoints(Func<string, string?> variable)
    {
        var cache = Set("XDG_CACHE_HOME") ?? "~/.cache";
        var home = Set("TORCH_HOME") ?? Path.Combine(cache, "torch");
        return Path.GetFullPath(Path.Combine(ExpandUser(home), "hub", "checkpoints"));

        string? Set(string name) => variable(name) is { Length: > 0 } value ? value : null;
    }

    private static string ExpandUser(string path) => path == "~" || path.StartsWith("~/", StringComparison.Ordinal)
        ? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) + path[1..]
        : path;
}
