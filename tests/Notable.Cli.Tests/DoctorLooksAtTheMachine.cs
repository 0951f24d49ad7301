using Notable.Cli.Doctor;
using Notable.Testing;

namespace Notable.Cli.Tests;

public class DoctorLooksAtTheMachine
{
    [Fact]
    public async Task A_working_machine_is_usable_and_every_finding_has_its_fields()
    {
        var run = await Command.RunAsync("doctor", "--json");

        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        var report = Assert.Single(run.JsonLines);
        Assert.True(report.GetProperty("usable").GetBoolean());
        var findings = report.GetProperty("findings").EnumerateArray().ToList();
        Assert.All(findings, f =>
        {
            Assert.Equal(["section", "name", "value", "status", "advice"], f.EnumerateObject().Select(p => p.Name));
            Assert.NotEmpty(f.GetProperty("value").GetString()!);
            Assert.Contains(f.GetProperty("status").GetString(), new[] { "ok", "warn" });
        });
        Assert.Equal(["versions", "system", "libtorch", "devices", "processor", "memory", "self-test"],
            findings.Select(f => f.GetProperty("section").GetString()).Distinct());
        string Value(string name) => findings.Single(f => f.GetProperty("name").GetString() == name).GetProperty("value").GetString()!;
        Assert.True(File.Exists(Value("from")), Value("from"));
        Assert.Equal("right", Value("conv on cpu"));
        Assert.Equal("right", Value("picture"));
    }

    [Fact]
    public async Task The_text_is_for_people_and_ends_with_the_verdict()
    {
        var run = await Command.RunAsync("doctor");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("\nself-test\n", run.Output);
        Assert.StartsWith("usable", run.Output.TrimEnd().Split('\n')[^1]);
    }

    [Fact]
    public async Task A_backend_that_is_missing_is_one_failed_finding_that_says_what_to_add()
    {
        using var folder = new TemporaryFolder();
        ProgramCopy.Make(folder.Path, without: "libtorch_cpu.so");

        var run = await Command.RunProgramAsync(folder["notable-cli.dll"], "doctor", "--json");

        Assert.Equal(1, run.ExitCode);
        var report = Assert.Single(run.JsonLines);
        Assert.False(report.GetProperty("usable").GetBoolean());
        var failure = Assert.Single(report.GetProperty("findings").EnumerateArray(), f => f.GetProperty("status").GetString() == "fail");
        Assert.Equal("load", failure.GetProperty("name").GetString());
        Assert.Contains("Add the package TorchSharp-cpu 0.107.0 (for an NVIDIA GPU TorchSharp-cuda-linux", failure.GetProperty("value").GetString());
        Assert.Contains("#r \"nuget: TorchSharp-cpu, 0.107.0\"", failure.GetProperty("value").GetString());
        Assert.DoesNotContain("   at ", run.Error);
        // TorchSharp would copy it from the NuGet cache.
        Assert.Empty(Directory.GetFiles(folder.Path, "libtorch_cpu.so", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Without_a_backend_predict_answers_and_train_ends_with_the_same_sentence()
    {
        using var folder = new TemporaryFolder();
        ProgramCopy.Make(folder.Path, without: "libtorch_cpu.so");

        var answer = await Command.RunProgramAsync(folder["notable-cli.dll"], "predict", Repository.Path("notebooks", "models", "bills.safetensors"), Repository.Path("docs", "app.png"));
        Assert.True(answer.ExitCode == 0, answer.Error);

        SampleNotes.WriteTo(folder["notes"], perClass: 4, seed: 1);
        var run = await Command.RunProgramAsync(folder["notable-cli.dll"], "train", folder["notes"], "--weights", "none", "--size", "32", "--epochs", "0");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("libtorch could not be loaded. Add the package TorchSharp-cpu 0.107.0", run.Error);
        Assert.DoesNotContain("   at ", run.Error);
    }
}
