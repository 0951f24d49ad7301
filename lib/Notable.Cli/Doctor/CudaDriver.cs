using System.Runtime.InteropServices;
using System.Text;

namespace Notable.Cli.Doctor;

/// <summary>A GPU as NVIDIA's driver describes it.</summary>
internal sealed record Gpu(string Name, long MemoryBytes, string Capability);

/// <summary>
/// Lists the GPUs of NVIDIA's driver, independently of libtorch. The driver's interface is the same for every CUDA version.
/// </summary>
internal static unsafe class CudaDriver
{
    // CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MAJOR and _MINOR of cuda.h.
    private const int CapabilityMajor = 75, CapabilityMinor = 76, NameRoom = 256;

    /// <summary>Returns the GPUs in the driver's order, respecting CUDA_VISIBLE_DEVICES; empty without a driver or a GPU.</summary>
    public static IReadOnlyList<Gpu> Devices()
    {
        if (!NativeLibrary.TryLoad("libcuda.so.1", out var driver)) return [];
        int count;
        if (((delegate* unmanaged<uint, int>)NativeLibrary.GetExport(driver, "cuInit"))(0) != 0
            || ((delegate* unmanaged<int*, int>)NativeLibrary.GetExport(driver, "cuDeviceGetCount"))(&count) != 0)
            return [];
        return [.. Enumerable.Range(0, count).Select(i => Describe(driver, i))];
    }

    private static Gpu Describe(nint driver, int index)
    {
        int device = 0, major = 0, minor = 0;
        nuint memory = 0;
        var name = stackalloc byte[NameRoom];
        name[0] = 0;
        ((delegate* unmanaged<int*, int, int>)NativeLibrary.GetExport(driver, "cuDeviceGet"))(&device, index);
        ((delegate* unmanaged<byte*, int, int, int>)NativeLibrary.GetExport(driver, "cuDeviceGetName"))(name, NameRoom, device);
        ((delegate* unmanaged<nuint*, int, int>)NativeLibrary.GetExport(driver, "cuDeviceTotalMem_v2"))(&memory, device);
        var attribute = (delegate* unmanaged<int*, int, int, int>)NativeLibrary.GetExport(driver, "cuDeviceGetAttribute");
        attribute(&major, CapabilityMajor, device);
        attribute(&minor, CapabilityMinor, device);
        return new(Encoding.UTF8.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(name)), (long)memory, $"{major}.{minor}");
    }
}
