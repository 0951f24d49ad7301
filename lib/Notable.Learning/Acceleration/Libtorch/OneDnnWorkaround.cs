using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Notable.Learning.Acceleration;

/// <summary>
/// Makes libtorch compute convolutions without oneDNN if the processor does not report its caches. oneDNN derives its loops from the cache
/// sizes that an AMD processor reports (CPUID leaf 0x8000001D). Some virtual machines hide them; oneDNN then returns wrong numbers, or
/// ends the process with a division by zero (pytorch#177227 has the same crash). libtorch's own convolutions are right, and slower.
/// </summary>
internal static unsafe class OneDnnWorkaround
{
    private const int MaxExtendedLeaf = unchecked((int)0x80000000), CacheLeaf = unchecked((int)0x8000001D), CacheType = 0x1F;

    // "AuthenticAMD" and "HygonGenuine": EBX of leaf 0.
    private static readonly int[] Vendors = [0x68747541, 0x6F677948];

    /// <summary>Whether this processor hides its caches. Only Linux is checked, because oneDNN's functions have other names elsewhere.</summary>
    public static bool IsNeeded { get; } = OperatingSystem.IsLinux() && X86Base.IsSupported && HidesCaches(X86Base.CpuId);

    /// <summary>Turns oneDNN off before TorchSharp's first native call. libtorch is not loaded for it.</summary>
    public static void Register()
    {
        if (IsNeeded)
            TorchSharpAssembly.WhenLoaded(Watch);
    }

    /// <summary>Returns whether oneDNN reads the caches of this vendor from that CPUID leaf, and the leaf is empty.</summary>
    /// <param name="cpuId">The registers for a leaf and a subleaf.</param>
    internal static bool HidesCaches(Func<int, int, (int Eax, int Ebx, int Ecx, int Edx)> cpuId) =>
        Vendors.Contains(cpuId(0, 0).Ebx)
        && unchecked((uint)cpuId(MaxExtendedLeaf, 0).Eax >= (uint)CacheLeaf)
        && (cpuId(CacheLeaf, 0).Eax & CacheType) == 0;

    private static void Watch(Assembly torchSharp)
    {
        // Asked for at TorchSharp's first native call, on any thread. 0: the runtime finds the library as usual.
        var found = new Lazy<nint>(() =>
        {
            TurnOff(torchSharp);
            return 0;
        });
        NativeLibrary.SetDllImportResolver(torchSharp, (_, _, _) => found.Value);
    }

    /// <summary>Calls setters of <c>at::globalContext()</c>, for which TorchSharp has no methods.</summary>
    private static void TurnOff(Assembly assembly)
    {
        if (!NativeLibrary.TryLoad("torch_cpu", assembly, null, out var libtorch) || !NativeLibrary.TryGetExport(libtorch, "_ZN2at13globalContextEv", out var context))
            return;
        // NNPACK refuses such processors, with a warning for each kind of convolution.
        foreach (var setter in (string[])["_ZN2at7Context20setUserEnabledMkldnnEb", "_ZN2at7Context20setUserEnabledNNPACKEb"])
            if (NativeLibrary.TryGetExport(libtorch, setter, out var enable))
                ((delegate* unmanaged<nint, byte, void>)enable)(((delegate* unmanaged<nint>)context)(), 0);
    }
}
