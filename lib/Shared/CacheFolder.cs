namespace Notable.Shared;

/// <summary>The folder for files that this library can download or compute again.</summary>
internal static class CacheFolder
{
    /// <summary>
    /// <c>$XDG_CACHE_HOME/notable</c>, by default <c>~/.cache/notable</c>; on Windows <c>%LOCALAPPDATA%\notable</c>. It may not exist yet.
    /// </summary>
    public static string Path
    {
        get
        {
            if (Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache)
                return System.IO.Path.Combine(cache, "notable");
            return OperatingSystem.IsWindows()
                ? System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "notable")
                : System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "notable");
        }
    }
}
