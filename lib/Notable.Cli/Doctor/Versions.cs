using System.Runtime.InteropServices;
using Notable.Imaging;
using Notable.Learning;

namespace Notable.Cli.Doctor;

/// <summary>The versions of the program and its libraries.</summary>
internal static class Versions
{
    private const string Section = "versions";

    public static IEnumerable<Finding> Check()
    {
        yield return new(Section, "Notable", ModelCard.RunningVersion);
        yield return new(Section, ".NET", RuntimeInformation.FrameworkDescription.Replace(".NET ", "", StringComparison.Ordinal));
        yield return Libvips();
    }

    private static Finding Libvips()
    {
        try
        {
            var version = ImagingRuntime.LibvipsVersion.ToString();
            return new(Section, "libvips", ImagingRuntime.HasTurboJpeg ? $"{version}, with the system's libturbojpeg for ordinary JPEG files" : version);
        }
        catch (DllNotFoundException e)
        {
            return new(Section, "libvips", e.Message, Status.Fail, "without it no picture can be decoded");
        }
    }
}
