using System.Diagnostics;
using System.Text.RegularExpressions;
using Notable.Kernel.Notebooks;
using Notable.Testing;

namespace Notable.Cli.Tests;

/// <summary><c>notable publish</c>: a folder that serves the app by itself, without libtorch.</summary>
public sealed partial class PublishMakesAFolder : IDisposable
{
    private static readonly TimeSpan patience = TimeSpan.FromMinutes(2);
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task It_serves_the_page_with_an_empty_environment_and_no_libtorch()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs Linux, whose env starts a program with nothing set");
        var run = await Command.RunAsync("publish", Repository.Path("notebooks", "app.ipynb"), "-o", folder["site"]);
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("includes models/bills.safetensors", run.Error);
        Assert.DoesNotContain(Directory.EnumerateFiles(folder["site"], "*", SearchOption.AllDirectories), file => LibTorch().IsMatch(Path.GetFileName(file)));

        using var app = Process.Start(new ProcessStartInfo("/usr/bin/env", ["-i", "PATH=/usr/bin:/bin", $"HOME={folder.Path}", folder["site/app"], "--port", "0", "--one-process"])
        {
            WorkingDirectory = "/", RedirectStandardOutput = true,
        })!;
        try
        {
            string? line;
            do
                line = await app.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(patience, TestContext.Current.CancellationToken);
            while (line is not null && !Address().IsMatch(line));
            Assert.NotNull(line);
            using var client = new HttpClient();
            var page = await client.GetStringAsync(new Uri(Address().Match(line).Groups[1].Value), TestContext.Current.CancellationToken);
            Assert.Contains("Fifty or a hundred?", page);
        }
        finally
        {
            app.Kill(entireProcessTree: true);
            await app.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task A_notebook_that_does_not_compile_leaves_nothing_behind()
    {
        new Notebook(new NotebookCell(CellKind.Code, "nonsense(")).Save(folder["app.ipynb"]);
        var run = await Command.RunAsync("publish", folder["app.ipynb"], "-o", folder["site"]);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("cell 1", run.Error, StringComparison.OrdinalIgnoreCase);
        Assert.Equal([folder["app.ipynb"]], Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task A_folder_in_use_is_left_alone()
    {
        Directory.CreateDirectory(folder["site"]);
        File.WriteAllText(folder["site/mine.txt"], "mine");
        var run = await Command.RunAsync("publish", Repository.Path("notebooks", "app.ipynb"), "-o", folder["site"]);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("is there already", run.Error);
        Assert.Equal([folder["site/mine.txt"]], Directory.GetFileSystemEntries(folder["site"]));
    }

    [Theory]
    [InlineData("../secret.txt")]
    [InlineData("/etc/passwd")]
    public async Task Files_outside_the_notebooks_folder_are_not_taken(string path)
    {
        new Notebook(new NotebookCell(CellKind.Code, "1")).Save(folder["app.ipynb"]);
        var run = await Command.RunAsync("publish", folder["app.ipynb"], "-o", folder["site"], "--include", path);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("below the notebook's folder", run.Error);
    }

    [GeneratedRegex(@" is at (http://\S+)")]
    private static partial Regex Address();

    [GeneratedRegex("^lib(torch|c10|LibTorchSharp)")]
    private static partial Regex LibTorch();
}
