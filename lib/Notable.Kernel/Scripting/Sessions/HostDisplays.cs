using System.Runtime.CompilerServices;
using Notable.Display;

namespace Notable.Kernel.Scripting.Sessions;

/// <summary>Sends what <c>x.Display()</c> shows to the display target of the running code.</summary>
internal static class HostDisplays
{
    private static readonly Lazy<bool> alone = new(() =>
    {
        Displays.TakeOver();
        return true;
    });

    private static readonly Lazy<bool> besideThem = new(() =>
    {
        LetKernelsStart();
        Displays.TakeOver();
        return true;
    });

    /// <summary>Installs it, once per process.</summary>
    /// <param name="besideKernels">Whether code may use the kernels of .NET Interactive; without them its package is not loaded.</param>
    public static void Install(bool besideKernels) => _ = (besideKernels ? besideThem : alone).Value;

    // From its first use, .NET Interactive listens to displays itself. Its listener must be installed before it can be replaced.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void LetKernelsStart() => RuntimeHelpers.RunClassConstructor(typeof(Microsoft.DotNet.Interactive.Kernel).TypeHandle);
}
