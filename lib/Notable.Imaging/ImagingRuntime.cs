using Notable.Imaging.Native;

namespace Notable.Imaging;

/// <summary>Information about the libraries that decode pictures on this computer.</summary>
public static class ImagingRuntime
{
    /// <summary>The version of libvips that was loaded.</summary>
    /// <exception cref="DllNotFoundException">libvips was not found; the message says which package to add.</exception>
    public static Version LibvipsVersion => VipsRuntime.Require();

    /// <summary>Whether the system has libturbojpeg, which decodes ordinary JPEG files faster, with the same pixels.</summary>
    public static bool HasTurboJpeg => TurboJpeg.IsThere;
}
