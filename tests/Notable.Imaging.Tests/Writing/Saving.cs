using Notable.Imaging.Tests.Support;

namespace Notable.Imaging.Tests.Writing;

/// <summary>Save: whole files or none.</summary>
public class Saving
{
    private readonly Picture picture = TestPicture.Gradient(20, 10);

    [Theory]
    [InlineData("a.jpg", PictureFormat.Jpeg)]
    [InlineData("a.JPEG", PictureFormat.Jpeg)]
    [InlineData("a.png", PictureFormat.Png)]
    public void The_extension_decides_the_format(string name, PictureFormat format)
    {
        using var folder = new TemporaryFolder();
        picture.Save(folder[name]);
        Assert.Equal(format, Picture.Identify(folder[name]).Format);
        Assert.Single(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void An_existing_file_is_replaced()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["a.png"], "old");
        picture.Save(folder["a.png"]);
        TestPicture.AssertSame(picture, Picture.Open(folder["a.png"]));
    }

    [Fact]
    public void A_save_that_fails_leaves_no_half_written_file()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["a.png"]);
        Assert.ThrowsAny<Exception>(() => picture.Save(folder["a.png"]));
        Assert.Equal([folder["a.png"]], Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Another_extension_is_refused_before_anything_is_written()
    {
        using var folder = new TemporaryFolder();
        Assert.Contains(".gif", Assert.Throws<ArgumentException>(() => picture.Save(folder["a.gif"])).Message);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }
}
