using Notable.Imaging.Native;

namespace Notable.Imaging;

/// <summary>What decodes pictures on this computer.</summary>
public static class ImagingRuntime
{
    /// <summary>The version of libvips that was loaded.</summary>
    /// <exception cref="DllNotFoundException">It is not installed, or too old; the message says what to install.</exception>
    public static Version LibvipsVersion => VipsRuntime.Require();
}
