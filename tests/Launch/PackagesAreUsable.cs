using System.Text.Json.Nodes;
using Notable;
using Notable.Testing;

namespace Launch;

/// <summary>What <c>dotnet pack</c> makes, used in an empty folder with an empty cache of packages, as docs/packages.md says.</summary>
public class PackagesAreUsable(PackedLibrary library) : IClassFixture<PackedLibrary>
{
    private static readonly string Model = Repository.Path("notebooks", "models", "bills.safetensors");

    [Fact]
    public async Task By_a_program()
    {
        Long.OrSkip();
        await library.MakeAsync();
        Directory.CreateDirectory(library["tell"]);
        File.WriteAllText(library["tell/tell.csproj"], """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Notable" Version="0.2.0" />
                <PackageReference Include="TorchSharp-cpu" Version="0.107.0" />
              </ItemGroup>
            </Project>
            """);
        File.WriteAllText(library["tell/Program.cs"], """
            using Notable;
            using Notable.Learning;

            var model = Predictor.Load(args[0]);
            foreach (var denomination in new[] { 50, 100 })
                Console.WriteLine(model.Predict(SampleNotes.Draw(denomination, seed: 1).ToPng()).Sentence);
            """);
        var built = await library.RunAsync("tell", "dotnet", "build", "-c", "Release", "-v", "quiet", "-nologo");
        Assert.True(built.ExitCode == 0, built.Output + built.Error);

        var first = await library.RunAsync("tell", "dotnet", "bin/Release/net10.0/tell.dll", Model);
        Assert.True(first.ExitCode == 0, first.Output + first.Error);
        // The model knows photos; of the drawn notes it surely tells the hundred.
        Assert.Contains("$100", first.Output.TrimEnd().Split('\n')[1]);
        Assert.Equal("", first.Error);
    }

    [Fact]
    public async Task By_a_program_of_one_file_as_the_page_shows_it()
    {
        Long.OrSkip();
        await library.MakeAsync();
        Directory.CreateDirectory(library["file"]);
        var page = File.ReadAllText(Repository.Path("docs", "packages.md"));
        var start = page.IndexOf("#:property RestoreAdditionalProjectSources", StringComparison.Ordinal);
        var program = page[start..page.IndexOf("```", start, StringComparison.Ordinal)];
        Assert.Contains("#:package Notable@*", program);
        File.WriteAllText(library["file/tell.cs"], program.Replace("$(MSBuildProjectDirectory)/packages", library.Packages));
        // The file alone says where the packages are.
        File.WriteAllText(library["file/NuGet.Config"], """
            <configuration>
              <disabledPackageSources><add key="packed" value="true" /></disabledPackageSources>
            </configuration>
            """);
        File.Copy(Model, library["file/bills.safetensors"]);
        File.WriteAllBytes(library["file/note.png"], SampleNotes.Draw(100, seed: 1).ToPng());

        var told = await library.RunAsync("file", "dotnet", "run", "tell.cs", "--", "note.png");
        Assert.True(told.ExitCode == 0, told.Output + told.Error);
        Assert.Contains("$100", told.Output);
    }

    [Fact]
    public async Task As_a_tool_and_in_a_notebook_that_it_runs()
    {
        Long.OrSkip();
        await library.MakeAsync();
        var installed = await library.RunAsync("tool", "dotnet", "tool", "install", "Notable.Cli", "--version", "0.2.0", "--tool-path", "bin");
        Assert.True(installed.ExitCode == 0, installed.Output + installed.Error);
        var drawn = await library.RunAsync("tool", library["tool/bin/notable"], "samples", "notes", "--per-class", "1");
        Assert.True(drawn.ExitCode == 0, drawn.Output + drawn.Error);
        var note = Assert.Single(Directory.GetFiles(library["tool/notes/usd100"]));
        var told = await library.RunAsync("tool", library["tool/bin/notable"], "predict", Model, note);
        Assert.True(told.ExitCode == 0, told.Output + told.Error);
        Assert.Contains(": usd100 (", told.Output);

        File.WriteAllText(library["tool/tell.ipynb"], Notebook(
            $"#i \"nuget: {library.Packages}\"", "#r \"nuget: Notable\"", "#r \"nuget: TorchSharp-cpu, 0.107.0\"",
            $"Predictor.Load(\"{Model}\").Predict(SampleNotes.Draw(100, seed: 1)).Sentence"));
        var run = await library.RunAsync("tool", library["tool/bin/notable"], "run", "tell.ipynb", "-o", "out.ipynb");
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.Contains("$100", File.ReadAllText(library["tool/out.ipynb"]));
    }

    private static string Notebook(params string[] lines) => new JsonObject
    {
        ["nbformat"] = 4,
        ["nbformat_minor"] = 5,
        ["metadata"] = new JsonObject(),
        ["cells"] = new JsonArray(new JsonObject
        {
            ["cell_type"] = "code", ["id"] = "a", ["metadata"] = new JsonObject(), ["source"] = string.Join('\n', lines),
            ["execution_count"] = null, ["outputs"] = new JsonArray(),
        }),
    }.ToJsonString();
}
