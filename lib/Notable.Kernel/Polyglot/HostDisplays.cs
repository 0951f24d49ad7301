using System.Runtime.CompilerServices;
using Notable.Display;

namespace Notable.Kernel.Polyglot;

/// <summary>Makes this process the host of displays: what <c>x.Display()</c> raises goes to the display target of the running code.</summary>
internal static class HostDisplays
{
    private static readonly Lazy<bool> installed = new(() =>
    {
        // It listens to displays itself, from the first use on: that must be over before it is replaced.
        RuntimeHelpers.RunClassConstructor(typeof(Microsoft.DotNet.Interactive.Kernel).TypeHandle);
        Displays.TakeOver();
        return true;
    });

    /// <summary>Does so, once per process.</summary>
    public static void Install() => _ = installed.Value;
}
