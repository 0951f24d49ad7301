using System.Diagnostics;
using System.Text.RegularExpressions;
using Notable.Kernel.Notebooks;
using Notable.Testing;

namespace Notable.Cli.Tests;

/// <summary>Answers come from ONNX Runtime alone: libtorch stays on the disk. Linux lists the libraries of a process in /proc.</summary>
public sealed class ServingNeedsNoLibtorch(DrawnNotes notes)
{
    private static string Model => Repository.Path("notebooks", "models", "bills.safetensors");

    [Fact]
    public async Task Predict_loads_none()
    {
        RequireLinux();
        using var folder = new TemporaryFolder();
        var photo = Directory.GetFiles(notes.Folder, "*.jpg", SearchOption.AllDirectories).First();
        // The loader writes the name of every library, those of a process that has ended too.
        var start = Command.StartInfo(folder.Path, ["predict", Model, photo]);
        start.Environment["LD_DEBUG"] = "files";
        start.Environment["LD_DEBUG_OUTPUT"] = folder["loaded"];
        var run = await Command.FinishAsync(Process.Start(start)!);
        Assert.Equal(0, run.ExitCode);
        CheckLibraries(string.Concat(Directory.GetFiles(folder.Path, "loaded.*").Select(File.ReadAllText)));
    }

    [Fact]
    public async Task The_app_notebook_loads_none_up_to_its_answer_and_heat_map()
    {
        RequireLinux();
        using var folder = new TemporaryFolder();
        var photo = Directory.GetFiles(notes.Folder, "*.jpg", SearchOption.AllDirectories).First();
        var cell = Notebook.Open(Repository.Path("notebooks", "app.ipynb")).Cells.First(one => one.Kind == CellKind.Code).Source
            .Replace("models/bills.safetensors", Model, StringComparison.Ordinal);
        var asks = $$"""
            await answer.ShowAsync(File.ReadAllBytes("{{photo}}"), "photo");
            model.Explain(Picture.Open("{{photo}}"));
            File.WriteAllText("{{folder["maps"]}}", File.ReadAllText("/proc/self/maps"));
            """;
        new Notebook(new NotebookCell(CellKind.Code, cell), new NotebookCell(CellKind.Code, asks)).Save(folder["app.ipynb"]);
        var run = await Command.RunInAsync(folder.Path, "run", "app.ipynb", "-o", folder["out.ipynb"]);
        Assert.True(run.ExitCode == 0, run.Error);
        CheckLibraries(await File.ReadAllTextAsync(folder["maps"], TestContext.Current.CancellationToken));
    }

    private static void RequireLinux() => Assert.SkipUnless(OperatingSystem.IsLinux(), "needs Linux, which lists the libraries of a process");

    private static void CheckLibraries(string names)
    {
        Assert.Contains("libonnxruntime", names);
        Assert.DoesNotMatch(new Regex("libtorch|LibTorchSharp|libc10", RegexOptions.IgnoreCase), names);
    }
}
