using NetVips;

namespace Notable.Imaging.Native;

/// <summary>libvips, loaded and configured once per process.</summary>
internal static class VipsRuntime
{
    /// <summary>The first version that can block untrusted loaders and whose savers have <c>keep</c>.</summary>
    private static readonly Version Oldest = new(8, 15);

    private static readonly Lazy<Version> Loaded = new(Load);

    /// <summary>Loads libvips on first use and returns its version.</summary>
    /// <exception cref="DllNotFoundException">No libvips for this system was found, or it is too old.</exception>
    public static Version Require() => Loaded.Value;

    private static Version Load()
    {
        if (!ModuleInitializer.VipsInitialized)
            throw NotFound(ModuleInitializer.Exception);
        var version = new Version(NetVips.NetVips.Version(0), NetVips.NetVips.Version(1), NetVips.NetVips.Version(2));
        if (version < Oldest)
            throw new DllNotFoundException($"libvips {version} was found, but {Oldest} or newer is needed. {HowToGet}");
        // One thread per picture: callers already decode many pictures at once.
        NetVips.NetVips.Concurrency = 1;
        // Cached operations would keep decoded pixels alive after they are disposed.
        Cache.Max = 0;
        // Only loaders that libvips fuzzes: no Magick, SVG, PDF.
        NetVips.NetVips.BlockUntrusted = true;
        VipsWarnings.Listen();
        return version;
    }

    /// <summary>Creates the error for a system without libvips.</summary>
    /// <param name="reason">Why it could not be loaded.</param>
    internal static DllNotFoundException NotFound(Exception? reason) => new(
        $"Pictures are decoded by libvips, which could not be loaded on this system ({System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier}). {HowToGet}"
        + (reason is null ? "" : $" The loader reported: {reason.Message}"), reason);

    private const string HowToGet = "It comes with the NuGet package NetVips.Native.<system>, for example NetVips.Native.linux-x64: "
        + "add the one for this system to the project, or install libvips 8.15 or newer.";
}
