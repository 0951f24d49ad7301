using System.Runtime.CompilerServices;
using Notable.Learning.Acceleration;

namespace Notable.Learning.Tests;

internal static class OldLinux
{
    // A test may use torch before it uses the library.
    [ModuleInitializer]
    internal static void Register() => TorchSharpOnOldLinux.Register();
}
