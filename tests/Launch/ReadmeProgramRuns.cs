using System.Diagnostics;
using Notable.Cli.Tests;
using Notable.Testing;

namespace Launch;

/// <summary>
/// The README's ten lines as a program without a project. Such programs are set up for compiling ahead of time: JSON has no reflection
/// there, which must not lose a trained model.
/// </summary>
public sealed class ReadmeProgramRuns
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(8);

    [Fact]
    public async Task Without_any_property_for_the_compiler_and_keeps_its_model()
    {
        var lines = TenLines();
        // Random weights need no network; few pictures of few pixels keep it short.
        var brief = lines.Replace("Architectures.ResNet18)", "Architectures.ResNet18, weights: \"none\")")
            .Replace("RandomResizedCrop(224", "RandomResizedCrop(64").Replace("FineTune(4)", "FineTune(1)");
        Assert.Equal(3, lines.Split('\n').Zip(brief.Split('\n')).Count(pair => pair.First != pair.Second));
        // In the repository, for the backend that Directory.Build.targets adds.
        var folder = Directory.CreateDirectory(Repository.Path("artifacts", "readme-program")).FullName;
        var program = Path.Combine(folder, "program.cs");
        File.WriteAllText(program, $$"""
            #:project ../../lib/Notable/Notable.csproj
            #:property UsesTorch=true
            using Notable.Gathering;
            using Notable;
            using Notable.Learning;

            SampleNotes.WriteTo("bills", perClass: 8);
            {{brief}}
            learn.Export("bills.onnx");
            var photo = SampleNotes.Draw(100, seed: 1);
            Console.WriteLine($"{Predictor.Load("bills.safetensors").Predict(photo).Sentence} {learn.Predict(photo).Sentence}");
            File.WriteAllText("bills/usd50/damaged.jpg", "no picture");
            Console.WriteLine($"{Quarantine.Take(PictureVerifier.Verify("bills"), "aside").Count} moved, {Quarantine.Restore("aside").Restored.Count} restored");
            Console.WriteLine($"reflection: {System.Text.Json.JsonSerializer.IsReflectionEnabledByDefault}");
            """);
        using var work = new TemporaryFolder();

        var run = await Command.FinishAsync(Process.Start(new ProcessStartInfo("dotnet", ["run", "-c", "Release", program])
        {
            WorkingDirectory = work.Path, RedirectStandardOutput = true, RedirectStandardError = true,
            Environment = { ["MSBUILDDISABLENODEREUSE"] = "1" },
        })!, Limit);

        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.Contains("reflection: False", run.Output);
        Assert.Contains("1 moved, 1 restored", run.Output);
        Assert.True(File.Exists(work["bills.safetensors"]) && File.Exists(work["bills.onnx"]));
    }

    [Fact]
    public async Task Without_a_backend_it_names_the_package_before_it_reads_pictures()
    {
        var folder = Directory.CreateDirectory(Repository.Path("artifacts", "readme-program")).FullName;
        var program = Path.Combine(folder, "without-backend.cs");
        File.WriteAllText(program, """
            #:project ../../lib/Notable/Notable.csproj
            using Notable;
            using Notable.Learning;

            SampleNotes.WriteTo("bills", perClass: 2);
            File.WriteAllText("bills/usd50/damaged.jpg", "no picture");
            new DataBlock { ItemTransforms = [new RandomResizedCrop(64)] }.DataLoaders("bills");
            """);
        using var work = new TemporaryFolder();

        var run = await Command.FinishAsync(Process.Start(new ProcessStartInfo("dotnet", ["run", "-c", "Release", program])
        {
            WorkingDirectory = work.Path, RedirectStandardOutput = true, RedirectStandardError = true,
            Environment = { ["MSBUILDDISABLENODEREUSE"] = "1" },
        })!, Limit);

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("TorchUnavailableException: libtorch could not be loaded. Add the package TorchSharp-cpu", run.Error);
        Assert.DoesNotContain("reading pictures", run.Error + run.Output);
    }

    private static string TenLines()
    {
        var readme = File.ReadAllText(Repository.Path("README.md"));
        var start = readme.IndexOf("```csharp\n", readme.IndexOf("## The library in ten lines", StringComparison.Ordinal), StringComparison.Ordinal) + "```csharp\n".Length;
        return readme[start..readme.IndexOf("```", start, StringComparison.Ordinal)].TrimEnd();
    }
}
