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
        Assert.Equal(["versions", "libtorch", "devices", "processor", "memory", "self-test"],
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
    public async Task A_broken_native_library_is_told_inside_the_report()
    {
        using var folder = new TemporaryFolder();
        var root = AppContext.BaseDirectory;
        foreach (var file in Directory.GetFiles(root, "*", SearchOption.AllDirectories).Where(f => !f.Contains(".Tests.dll")))
        {
            var copy = folder[Path.GetRelativePath(root, file)];
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        Broken.CopyWithout("libtorch_cpu.so", folder["libNotableTorch.so"]);

        var run = await Command.RunProgramAsync(folder["notable-cli.dll"], "doctor", "--json");

        Assert.Equal(1, run.ExitCode);
        var report = Assert.Single(run.JsonLines);
        Assert.False(report.GetProperty("usable").GetBoolean());
        var failure = Assert.Single(report.GetProperty("findings").EnumerateArray(), f => f.GetProperty("status").GetString() == "fail");
        Assert.Equal("load", failure.GetProperty("name").GetString());
        Assert.Contains(folder["libNotableTorch.so"], failure.GetProperty("value").GetString());
        Assert.Contains("no such file", failure.GetProperty("value").GetString());
        Assert.Contains("apt-get install libtorch-dev", failure.GetProperty("value").GetString());
        Assert.DoesNotContain("   at ", run.Error);
    }
}
