using System.Globalization;
using Notable.Learning.Acceleration;
using Notable.Shared;
using TorchSharp;

namespace Notable.Cli.Doctor;

/// <summary>The devices for computations: GPUs that libtorch sees, and those that it does not see.</summary>
internal static class Devices
{
    private const string Section = "devices";

    public static IEnumerable<Finding> Check()
    {
        yield return new(Section, "cpu", CpuFeatures.Model ?? "unknown");
        var gpus = CudaDriver.Devices();
        var seen = Libtorch.IsLoaded ? torch.cuda.device_count() : 0;
        for (var i = 0; i < seen; i++)
            yield return new(Section, $"cuda:{i}", i < gpus.Count ? Text(gpus[i]) : "seen by libtorch");
        if (seen == 0)
            yield return None(gpus, HasDriver(), !Libtorch.IsLoaded ? null : Libtorch.HasCuda);
    }

    /// <summary>Returns the reason why no GPU is used.</summary>
    /// <param name="gpus">The GPUs that the driver lists.</param>
    /// <param name="hasDriver">Whether the machine has NVIDIA's driver or tools.</param>
    /// <param name="hasCuda">Whether libtorch is a CUDA build; null if it could not be loaded.</param>
    internal static Finding None(IReadOnlyList<Gpu> gpus, bool hasDriver, bool? hasCuda) => (gpus.Count > 0, hasDriver, hasCuda) switch
    {
        (true, _, false) => new(Section, "cuda", $"{string.Join(", ", gpus.Select(Text))}, but this is the CPU build of libtorch", Status.Warn,
            "build with -p:Device=cuda, which uses TorchSharp's CUDA package"),
        (true, _, true) => new(Section, "cuda", $"{string.Join(", ", gpus.Select(Text))}, but libtorch cannot use it", Status.Warn,
            "the driver may be too old for this libtorch: nvidia-smi shows the newest CUDA version that it supports"),
        (false, true, _) => new(Section, "cuda", "NVIDIA's driver or tools are installed, but the driver lists no GPU", Status.Warn,
            "in a container the GPU must be passed in (docker run --gpus all); CUDA_VISIBLE_DEVICES may hide it"),
        _ => new(Section, "cuda", "none; everything runs on the processor"),
    };

    private static string Text(Gpu gpu) => string.Create(CultureInfo.InvariantCulture,
        $"{gpu.Name}, {gpu.MemoryBytes / 1e9:0.#} GB, compute capability {gpu.Capability}");

    private static bool HasDriver() => File.Exists("/proc/driver/nvidia/version") || File.Exists("/dev/nvidiactl")
        || (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, "nvidia-smi")));
}
