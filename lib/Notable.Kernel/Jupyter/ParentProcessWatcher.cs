using System.Globalization;
using System.Runtime.InteropServices;

namespace Notable.Kernel.Jupyter;

/// <summary>
/// Detects that the front end that started the kernel was killed or crashed. The kernel must not outlive it.
/// </summary>
internal static partial class ParentProcessWatcher
{
    /// <summary>The variable in which Jupyter front ends pass their process id.</summary>
    private const string Variable = "JPY_PARENT_PID";
    private static readonly TimeSpan interval = TimeSpan.FromSeconds(1);

    /// <summary>Completes when the parent ends; never if no front end has set the variable.</summary>
    public static async Task UntilGoneAsync(CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsWindows() || !int.TryParse(Environment.GetEnvironmentVariable(Variable), CultureInfo.InvariantCulture, out var said) || said <= 1)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(false);
            return;
        }
        // A launcher may be in between. If it ends at once, the front end itself is watched.
        var parent = ParentId();
        while (ParentId() == parent && Exists(said))
            await Task.Delay(interval, cancellationToken).ConfigureAwait(false);
    }

    private static bool Exists(int id)
    {
        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "getppid")]
    private static partial int ParentId();
}
