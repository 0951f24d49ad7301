using System.Diagnostics;
using System.Text.RegularExpressions;
using Notable.Kernel.Notebooks;
using Notable.Testing;

namespace Notable.Cli.Tests;

/// <summary><c>notable publish</c>: a folder that serves the app by itself, without libtorch.</summary>
public sealed partial class PublishMakesAFolder : IDisposable
{
    private const long MostBytes = 150_000_000;
    private const string NotBuilt = "the small one is built";
    private static readonly TimeSpan patience = TimeSpan.FromMinutes(2);
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task It_serves_the_page_with_an_empty_environment_and_no_libtorch()
    {
        var run = await PublishAsync("--whole");
        Assert.Contains("includes models/bills.safetensors", run.Error);
        Assert.DoesNotContain(Files(), LibTorch().IsMatch);
        Assert.Contains("Microsoft.CodeAnalysis.CSharp.dll", Files());
        Assert.Contains("Fifty or a hundred?", await PageAsync());

        // It can compile: the notebook may be changed.
        var notebook = folder["site/notebook/app.ipynb"];
        File.WriteAllText(notebook, File.ReadAllText(notebook).Replace("Fifty or a hundred?", "Which one is it?"));
        Assert.Contains("Which one is it?", await PageAsync());
    }

    [Fact]
    public async Task The_small_program_serves_the_page_without_a_compiler()
    {
        var run = await PublishAsync();
        Assert.SkipWhen(run.Error.Contains(NotBuilt, StringComparison.Ordinal), "needs the program that published apps are served with: 'environment/notable publish' builds it");
        Assert.DoesNotContain(Files(), LibTorch().IsMatch);
        Assert.DoesNotContain(Files(), Compiler().IsMatch);
        Assert.InRange(Directory.EnumerateFiles(folder["site"], "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length), 0, MostBytes);
        Assert.Contains("Fifty or a hundred?", await PageAsync());

        var answer = await Command.FinishAsync(Start("notable", "predict", folder["site/notebook/models/bills.safetensors"], Repository.Path("notebooks")));
        Assert.Equal(1, answer.ExitCode);
        Assert.Contains("without pictures", answer.Error);

        var notebook = folder["site/notebook/app.ipynb"];
        File.WriteAllText(notebook, File.ReadAllText(notebook).Replace("Fifty or a hundred?", "Which one is it?"));
        var changed = await Command.FinishAsync(Start("app", "--port", "0", "--one-process"));
        Assert.Equal(1, changed.ExitCode);
        Assert.Contains("has changed since it was published", changed.Error);
    }

    [Theory]
    [InlineData("Charts.Line(new[] { 1, 2 })", "cells use Plotly.NET")]
    [InlineData("#!time\n1", "cell 1 has a magic command")]
    public async Task What_the_small_program_lacks_is_said(string source, string reason)
    {
        new Notebook(new NotebookCell(CellKind.Code, source)).Save(folder["app.ipynb"]);
        var run = await Command.RunAsync("publish", folder["app.ipynb"], "-o", folder["site"]);
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.SkipWhen(run.Error.Contains(NotBuilt, StringComparison.Ordinal), "needs the program that published apps are served with: 'environment/notable publish' builds it");
        Assert.Contains(reason, run.Error);
        Assert.Contains("Microsoft.CodeAnalysis.CSharp.dll", Files());
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
        Assert.Contains("already exists", run.Error);
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

    private async Task<Command> PublishAsync(params string[] more)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs Linux, whose env starts a program with nothing set");
        var run = await Command.RunAsync(["publish", Repository.Path("notebooks", "app.ipynb"), "-o", folder["site"], .. more]);
        Assert.True(run.ExitCode == 0, run.Error);
        return run;
    }

    private IEnumerable<string> Files() => Directory.EnumerateFiles(folder["site"], "*", SearchOption.AllDirectories).Select(file => Path.GetFileName(file));

    /// <summary>Starts a command of the folder with nothing in its environment.</summary>
    private Process Start(string command, params string[] words) =>
        Process.Start(new ProcessStartInfo("/usr/bin/env", ["-i", "PATH=/usr/bin:/bin", $"HOME={folder.Path}", folder[$"site/{command}"], .. words])
        {
            WorkingDirectory = "/", RedirectStandardOutput = true, RedirectStandardError = true,
        })!;

    private async Task<string> PageAsync()
    {
        using var app = Start("app", "--port", "0", "--one-process");
        var errors = app.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        try
        {
            string? line;
            do
                line = await app.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(patience, TestContext.Current.CancellationToken);
            while (line is not null && !Address().IsMatch(line));
            if (line is null)
                Assert.Fail(await errors);
            using var client = new HttpClient();
            return await client.GetStringAsync(new Uri(Address().Match(line!).Groups[1].Value), TestContext.Current.CancellationToken);
        }
        finally
        {
            app.Kill(entireProcessTree: true);
            await app.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    [GeneratedRegex(@" is at (http://\S+)")]
    private static partial Regex Address();

    [GeneratedRegex("^(Microsoft[.]CodeAnalysis|Microsoft[.]DotNet[.]Interactive[.]dll|Plotly)")]
    private static partial Regex Compiler();

    [GeneratedRegex("^lib(torch|c10|LibTorchSharp)")]
    private static partial Regex LibTorch();
}
