using System.Runtime.InteropServices;

namespace Notable.Imaging.Native;

/// <summary>libvips, loaded and made safe once for the process.</summary>
internal static class VipsRuntime
{
    private static readonly Lazy<Version> Loaded = new(Load);

    /// <summary>Loads libvips on first use.</summary>
    /// <returns>Its version.</returns>
    /// <exception cref="DllNotFoundException">It is not installed, or is older than 8.13, which cannot block untrusted
    /// loaders.</exception>
    public static Version Require() => Loaded.Value;

    private static unsafe Version Load()
    {
        NativeNames.Register();
        if (LibVips.vips_init("notable") != 0)
            throw new DllNotFoundException($"libvips was found but did not start: {VipsException.TakeMessage()}");
        var version = new Version(LibVips.vips_version(0), LibVips.vips_version(1), LibVips.vips_version(2));
        if (version < new Version(8, 13))
            throw new DllNotFoundException($"libvips {version} was found, but 8.13 or newer is needed: older ones "
                + "cannot be kept from opening hostile file formats. Install a newer one with "
                + "\"apt-get install libvips42\" (Debian 12 or later).");
        // One picture uses one thread: the callers already decode many pictures at once.
        LibVips.vips_concurrency_set(1);
        // Cached operations would keep pinned input and decoded pixels alive after they are disposed.
        LibVips.vips_cache_set_max(0);
        // Only decoders that libvips fuzzes: no Magick, SVG, PDF.
        LibVips.vips_block_untrusted_set(1);
        const int warning = 1 << 4;
        // Warnings about harmless oddities would go to standard error; what matters comes back as an exception.
        GLib.g_log_set_handler("VIPS", warning, &Ignore, 0);
        return version;
    }

    [UnmanagedCallersOnly]
    private static void Ignore(nint domain, int level, nint message, nint data) { }
}
