using System.Diagnostics;
using Notable.Testing;

namespace Notable.Learning.Tests.Data;

public sealed class ImageFilesTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private void Touch(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder[name])!);
            File.WriteAllText(folder[name], "");
        }
    }

    private string[] Listed() => [.. ImageFiles.In(folder.Path).Select(path => Path.GetRelativePath(folder.Path, path))];

    [Fact]
    public void Pictures_are_listed_in_the_order_of_their_relative_paths()
    {
        Touch("b/2.jpg", "b/10.jpg", "a/Z.JPG", "a/b.png", "a.webp", "a-b/x.jpeg", "top.gif");
        Assert.Equal(["a-b/x.jpeg", "a.webp", "a/Z.JPG", "a/b.png", "b/10.jpg", "b/2.jpg", "top.gif"], Listed());
    }

    [Fact]
    public void Other_files_and_names_that_begin_with_a_dot_are_passed_over()
    {
        Touch("a/1.jpg", "a/notes.txt", "a/.hidden.jpg", ".trash/2.jpg", "a/sub/.x/3.jpg");
        Assert.Equal(["a/1.jpg"], Listed());
    }

    [Fact]
    public void Links_that_lead_round_in_circles_end()
    {
        Touch("a/1.jpg", "b/2.jpg");
        Directory.CreateSymbolicLink(folder["a/up"], folder.Path);
        Directory.CreateSymbolicLink(folder["b/other"], folder["a"]);
        Assert.Equal(["a/1.jpg", "b/2.jpg"], Listed());
    }

    [Fact]
    public void A_link_to_a_folder_elsewhere_is_followed()
    {
        using var elsewhere = new TemporaryFolder();
        File.WriteAllText(elsewhere["3.jpg"], "");
        Directory.CreateSymbolicLink(folder["linked"], elsewhere.Path);
        Assert.Equal(["linked/3.jpg"], Listed());
    }

    [Theory]
    [InlineData("a.quarantine/quarantine.jsonl")]
    [InlineData("b/set/aside/quarantine.jsonl")]
    [InlineData("a.trash/changes.jsonl")]
    public void What_was_moved_aside_is_no_class_wherever_it_is(string log)
    {
        var aside = Path.GetDirectoryName(log)!;
        Touch("a/1.jpg", "b/2.jpg", log, $"{aside}/3.jpg", $"{aside}/usd50/4.jpg");
        Assert.Equal(["a/1.jpg", "b/2.jpg"], Listed());
    }

    [Fact]
    public void A_folder_whose_name_is_Latin_1_is_told_with_what_to_do()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux has names of any bytes");
        Touch("a/1.jpg");
        Shell("mkdir \"$(printf 'caf\\351')\"");
        Assert.Contains("not valid UTF-8", Assert.Throws<DataException>(() => ImageFiles.In(folder.Path)).Message);
        Shell("rm -rf -- *");

        void Shell(string command)
        {
            using var shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", command]) { WorkingDirectory = folder.Path })!;
            shell.WaitForExit();
        }
    }

    [Fact]
    public void A_missing_folder_is_named()
    {
        var error = Assert.Throws<DataException>(() => ImageFiles.In(folder["nowhere"]));
        Assert.Contains(folder["nowhere"], error.Message);
    }

    [Fact]
    public void A_folder_without_pictures_says_what_it_holds()
    {
        Touch("a/1.txt", "a/2.txt", "b/readme");
        var error = Assert.Throws<DataException>(() => ImageFiles.In(folder.Path));
        Assert.Contains("2 .txt, 1 without extension", error.Message);
        Assert.Contains(".jpg", error.Message);
    }
}
