using System.Globalization;
using System.Runtime.InteropServices;

namespace Notable.Kernel.Jupyter;

/// <summary>
/// Sees when the front end that started the kernel is gone without a word, killed or crashed: the kernel must not outlive it.
/// </summary>
internal static partial class ParentWatch
{
    /// <summary>Where front ends of Jupyter say who they are.</summary>
    private const string Variable = "JPY_PARENT_PID";
    private static readonly TimeSpan interval = TimeSpan.FromSeconds(1);

    /// <summary>Ends when the parent does; never where no front end has said that it is the parent.</summary>
    public static async Task UntilGoneAsync(CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsWindows() || !int.TryParse(Environment.GetEnvironmentVariable(Variable), CultureInfo.InvariantCulture, out var said) || said <= 1)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(false);
            return;
        }
        // Between the two may stand a launcher; where it is gone at once, the front end itself is watched.
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
