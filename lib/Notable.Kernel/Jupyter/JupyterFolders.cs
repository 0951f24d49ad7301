namespace Notable.Kernel.Jupyter;

/// <summary>The folders that Jupyter uses.</summary>
public static class JupyterFolders
{
    /// <summary>The user's own data folder: <c>$JUPYTER_DATA_DIR</c>, or the platform's default.</summary>
    public static string User
    {
        get
        {
            var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
            return Variable("JUPYTER_DATA_DIR")
                ?? (OperatingSystem.IsWindows() ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "jupyter")
                    : OperatingSystem.IsMacOS() ? Path.Combine(home, "Library", "Jupyter")
                    : Path.Combine(Variable("XDG_DATA_HOME") ?? Path.Combine(home, ".local", "share"), "jupyter"));
        }
    }

    /// <summary>All folders that are searched for kernels: <c>$JUPYTER_PATH</c>, the user's, the system's.</summary>
    public static IEnumerable<string> Data =>
    [
        .. (Variable("JUPYTER_PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries), User,
        .. OperatingSystem.IsWindows() ? [Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.CommonApplicationData), "jupyter")]
            : (string[])["/usr/local/share/jupyter", "/usr/share/jupyter"],
    ];

    /// <summary>The user's own configuration folder: <c>$JUPYTER_CONFIG_DIR</c>, or <c>~/.jupyter</c>.</summary>
    public static string UserConfiguration =>
        Variable("JUPYTER_CONFIG_DIR") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".jupyter");

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
