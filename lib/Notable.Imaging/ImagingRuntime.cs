using Notable.Imaging.Native;

namespace Notable.Imaging;

/// <summary>What decodes pictures on this computer.</summary>
public static class ImagingRuntime
{
    /// <summary>The version of libvips that was loaded.</summary>
    /// <exception cref="DllNotFoundException">It is not installed, or too old; the message says what to install.</exception>
    public static Version LibvipsVersion => VipsRuntime.Require();

    /// <summary>Whether libturbojpeg is there: without it JPEG files are read all the same, by libvips, in half as much time again.</summary>
    /// <exception cref="DllNotFoundException">libvips is not installed, or too old.</exception>
    public static bool HasTurboJpeg => TurboJpeg.IsThere;
}
