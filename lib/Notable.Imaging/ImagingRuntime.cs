using Notable.Imaging.Native;

namespace Notable.Imaging;

/// <summary>The libraries that decode pictures on this computer.</summary>
public static class ImagingRuntime
{
    /// <summary>The version of libvips that was loaded.</summary>
    /// <exception cref="DllNotFoundException">There is none for this system; the message says what to add.</exception>
    public static Version LibvipsVersion => VipsRuntime.Require();

    /// <summary>Whether the system has libturbojpeg, which then decodes ordinary JPEG files, faster and to the same pixels.</summary>
    public static bool HasTurboJpeg => TurboJpeg.IsThere;
}
