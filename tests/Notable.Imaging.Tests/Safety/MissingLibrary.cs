using Notable.Imaging.Native;

namespace Notable.Imaging.Tests.Safety;

/// <summary>A computer for which no libvips was built.</summary>
public class MissingLibrary
{
    [Fact]
    public void The_error_says_which_package_to_add_and_what_the_loader_reported()
    {
        var error = VipsRuntime.NotFound(new DllNotFoundException("Unable to load shared library 'libvips.so.42'"));
        Assert.Contains("NetVips.Native.linux-x64", error.Message);
        Assert.Contains("Unable to load shared library", error.Message);
    }

    [Fact]
    public void It_is_not_this_one() => Assert.True(ImagingRuntime.LibvipsVersion >= new Version(8, 18));
}
