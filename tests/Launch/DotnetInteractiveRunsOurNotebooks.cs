using System.Text.Json.Nodes;
using Notable.Testing;

namespace Launch;

/// <summary>Our training notebook in the kernel of .NET Interactive itself, from our packages.</summary>
public class DotnetInteractiveRunsOurNotebooks(PackedLibrary library) : IClassFixture<PackedLibrary>
{
    private const string Python = "/usr/bin/python3", Version = "1.0.712001";

    [Fact]
    public async Task The_training_notebook_shows_pictures_tables_and_charts_there()
    {
        Long.OrSkip();
        if (!File.Exists(Python) || (await library.RunAsync("real", Python, "-c", "import nbclient")).ExitCode != 0)
            Assert.Skip("needs nbclient; on Debian: apt-get install python3-nbclient");
        var installed = await library.RunAsync("real", "dotnet", "tool", "install", "Microsoft.dotnet-interactive", "--version", Version, "--tool-path", "bin");
        if (installed.ExitCode != 0)
            Assert.Skip($"dotnet-interactive {Version} could not be installed: {installed.Output}{installed.Error}");
        await library.MakeAsync();
        WriteKernel();
        File.WriteAllText(library["real/train.ipynb"], Notebook().ToJsonString());

        var run = await library.RunAsync("real", Python, Repository.Path("tests", "Launch", "run_notebook.py"), "train.ipynb", "real-dotnet", "out.ipynb");

        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        JsonObject[] outputs = [.. from cell in JsonNode.Parse(File.ReadAllText(library["real/out.ipynb"]))!["cells"]!.AsArray()
            where (string?)cell!["cell_type"] == "code" from output in cell["outputs"]!.AsArray() select (JsonObject)output!];
        Assert.Empty(outputs.Where(output => (string?)output["output_type"] == "error").Select(output => output["evalue"]!.ToString()));
        var all = string.Concat(outputs.Select(output => output.ToJsonString()));
        Assert.Contains("image/jpeg", all);         // a picture
        Assert.Contains("error_rate", all);         // the table of the training
        Assert.Contains("data:image/svg+xml;base64,", System.Text.RegularExpressions.Regex.Unescape(all));    // charts, with their stills
        Assert.Contains("Plotly.newPlot", all);
        Assert.Matches(@"\$(50|100), .*\d+ % sure", all);
    }

    private void WriteKernel()
    {
        Directory.CreateDirectory(library["real/jupyter/kernels/real-dotnet"]);
        File.WriteAllText(library["real/jupyter/kernels/real-dotnet/kernel.json"], new JsonObject
        {
            ["argv"] = new JsonArray(library["real/bin/dotnet-interactive"], "jupyter", "--default-kernel", "csharp", "{connection_file}", "--http-port-range", "41000-41100"),
            ["display_name"] = ".NET (C#)", ["language"] = "C#",
            ["env"] = new JsonObject { ["DOTNET_INTERACTIVE_CLI_TELEMETRY_OPTOUT"] = "1", ["NUGET_PACKAGES"] = library["nuget"] },
        }.ToJsonString());
    }

    private JsonNode Notebook()
    {
        var notebook = JsonNode.Parse(File.ReadAllText(Repository.Path("notebooks", "02-train.ipynb")))!;
        var cells = notebook["cells"]!.AsArray();
        var parameters = cells.Single(cell => cell!["metadata"]!["tags"]?.ToJsonString() == """["parameters"]""")!;
        parameters["source"] = "var data = \"\"; var weights = \"none\"; var epochs = 1; var size = 64; var tries = 20; var device = \"cpu\"; var output = \"my.safetensors\";";
        var packages = parameters.DeepClone();
        packages["id"] = "packages";
        packages["source"] = $"#i \"nuget: {library.Packages}\"\n#r \"nuget: Notable\"\n#r \"nuget: TorchSharp-cpu, 0.107.0\"";
        cells.Insert(0, packages);
        notebook["metadata"]!["kernelspec"] = new JsonObject { ["name"] = "real-dotnet", ["display_name"] = ".NET (C#)" };
        return notebook;
    }
}
