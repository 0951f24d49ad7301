using System.Diagnostics;
using System.Text;
using Notable.Gathering.Tests.Support;

namespace Notable.Gathering.Tests.Verifying;

/// <summary>Files beside pictures, and pictures beside the rule.</summary>
public sealed class OddFilesAreTold : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose()
    {
        // .NET cannot delete what it cannot spell.
        if (OperatingSystem.IsLinux())
            Shell("rm -rf -- *");
        folder.Dispose();
    }

    [Fact]
    public void A_picture_without_extension_is_found_behind_a_long_header()
    {
        var jpeg = TestPictures.Tiles(1).ToJpeg();
        // Two segments of application data, as profiles and previews are stored.
        byte[] segment = [0xFF, 0xE2, 0xFF, 0xFF, .. new byte[65533]];
        File.WriteAllBytes(folder["IMG_0001"], [.. jpeg[..2], .. segment, .. segment, .. jpeg[2..]]);
        Assert.Contains("is a Jpeg picture whose name does not say so; give it the extension .jpg", Reason());
    }

    [Fact]
    public void A_damaged_picture_without_extension_is_told()
    {
        File.WriteAllBytes(folder["IMG_0001"], TestPictures.Tiles(1).ToJpeg()[..30]);
        Assert.Contains("begins like a picture", Reason());
    }

    [Theory]
    [InlineData("x.dng")]
    [InlineData("x.NEF")]
    public void A_cameras_raw_file_is_to_be_converted_and_not_renamed(string name)
    {
        File.WriteAllBytes(folder[name], Tiff);
        Assert.Contains("is a camera's raw file, which training does not use; convert it to JPEG", Reason());
    }

    [Fact]
    public void Another_tiff_under_a_foreign_name_gets_the_extension()
    {
        File.WriteAllBytes(folder["x.scan"], Tiff);
        Assert.Contains("give it the extension .tif", Reason());
    }

    [Theory]
    [InlineData("pipe.jpg")]
    [InlineData("pipe")]
    public async Task A_named_pipe_is_not_waited_for(string name)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "named pipes are files on Linux and macOS only");
        using (var make = Process.Start("mkfifo", [folder[name]]))
            make.WaitForExit();
        TestPictures.Tiles(1).Save(folder["a.jpg"]);
        var report = await Task.Run(Verify, TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.Equal(name == "pipe.jpg" ? ["pipe.jpg"] : [], report.Unfit.Select(file => file.File));
    }

    [Fact]
    public void A_folder_whose_name_is_Latin_1_is_told_with_what_to_do()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux has names of any bytes");
        Shell("mkdir \"$(printf 'caf\\351')\"");
        var error = Assert.Throws<GatheringException>(() => Verify());
        Assert.Contains("not valid UTF-8", error.Message);
        Assert.Contains("rename it", error.Message);
    }

    [Fact]
    public void A_file_whose_name_is_Latin_1_is_told_with_what_to_do()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux has names of any bytes");
        Shell("printf x > \"$(printf 'caf\\351.jpg')\"");
        Assert.Contains("not valid UTF-8", Reason());
    }

    /// <summary>A TIFF of one gray pixel, written by hand: a header, eight entries, a sample.</summary>
    private static byte[] Tiff
    {
        get
        {
            byte[] entry(int tag, int value) => [(byte)tag, (byte)(tag >> 8), 4, 0, 1, 0, 0, 0, (byte)value, 0, 0, 0];
            return
            [
                .. "II"u8, 42, 0, 8, 0, 0, 0, 8, 0, .. entry(256, 1), .. entry(257, 1), .. entry(258, 8), .. entry(259, 1),
                .. entry(262, 1), .. entry(273, 110), .. entry(278, 1), .. entry(279, 1), 0, 0, 0, 0, 7,
            ];
        }
    }

    private void Shell(string command)
    {
        using var shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", command]) { WorkingDirectory = folder.Path })!;
        shell.WaitForExit();
        Assert.Equal(0, shell.ExitCode);
    }

    private string Reason() => Assert.Single(Assert.Single(Verify().Flagged).Problems).Reason;

    private VerificationReport Verify() => PictureVerifier.Verify(folder.Path, cancellation: TestContext.Current.CancellationToken);
}
