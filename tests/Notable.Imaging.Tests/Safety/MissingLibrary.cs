using Notable.Imaging.Native;

namespace Notable.Imaging.Tests.Safety;

/// <summary>A computer without libvips.</summary>
public class MissingLibrary
{
    [Fact]
    public void The_error_says_what_to_install_and_which_names_were_tried()
    {
        string[] names = ["libnowhere.so.1", "nowhere.dll"];
        var error = Assert.Throws<DllNotFoundException>(() => NativeNames.Load(names, typeof(Picture).Assembly));
        Assert.Contains("apt-get install libvips42", error.Message);
        Assert.Contains("libnowhere.so.1, nowhere.dll", error.Message);
    }
}
