using System.Runtime.CompilerServices;
using Notable.Display;

namespace Notable.Kernel.Polyglot;

/// <summary>Makes this process the host of displays: what <c>x.Display()</c> raises goes to the display target of the running code.</summary>
internal static class HostDisplays
{
    private static readonly Lazy<bool> alone = new(() =>
    {
        Displays.TakeOver();
        return true;
    });

    private static readonly Lazy<bool> besideThem = new(() =>
    {
        LetKernelsBegin();
        Displays.TakeOver();
        return true;
    });

    /// <summary>Does so, once per process.</summary>
    /// <param name="besideKernels">Whether code may use the kernels of .NET Interactive; without them its package is not loaded.</param>
    public static void Install(bool besideKernels) => _ = (besideKernels ? besideThem : alone).Value;

    // It listens to displays itself, from the first use on: that must be over before it is replaced.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void LetKernelsBegin() => RuntimeHelpers.RunClassConstructor(typeof(Microsoft.DotNet.Interactive.Kernel).TypeHandle);
}
