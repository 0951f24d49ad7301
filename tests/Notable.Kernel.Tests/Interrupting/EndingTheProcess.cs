using Notable.Display;
using Notable.Kernel.Scripting;
using Notable.Widgets;

namespace Notable.Kernel.Tests.Interrupting;

public class EndingTheProcess
{
    [Theory]
    [InlineData("Environment.Exit(0);", "Environment.Exit was refused")]
    [InlineData("System.Environment\n    .Exit(3);", "Environment.Exit was refused")]
    [InlineData("using static System.Environment;\nExit(0);", "Environment.Exit was refused")]
    [InlineData("using E = System.Environment;\nE.Exit(0);", "Environment.Exit was refused")]
    [InlineData("Action<int> leave = Environment.Exit; leave(0);", "Environment.Exit was refused")]
    [InlineData("Action leave = () => Environment.Exit(0); leave();", "Environment.Exit was refused")]
    [InlineData("void Leave() => Environment.Exit(0); Leave();", "Environment.Exit was refused")]
    [InlineData("await Task.Run(() => Environment.Exit(0));", "Environment.Exit was refused")]
    [InlineData("namespace Mine { public static class A { public static void Leave() => Environment.Exit(0); } }\nMine.A.Leave();", "Environment.Exit was refused")]
    [InlineData("Environment.FailFast(\"the reason\");", "Environment.FailFast(\"the reason\") was refused")]
    [InlineData("Environment.FailFast(null, new Exception());", "Environment.FailFast was refused")]
    [InlineData("System.Diagnostics.Process.GetCurrentProcess().Kill();", "Process.Kill of the running process was refused")]
    [InlineData("System.Diagnostics.Process.GetCurrentProcess()?.Kill(true);", "Process.Kill of the running process was refused")]
    [InlineData("var me = System.Diagnostics.Process.GetProcessById(Environment.ProcessId); me.Kill();", "Process.Kill of the running process was refused")]
    public async Task Is_an_error_of_the_cell_and_the_session_goes_on(string source, string reason)
    {
        using var session = new InteractiveSession(ScriptEnvironment.Default, new NoChannel());
        await session.RunAsync("var kept = 41;", 1, new RecordingTarget());
        var outcome = await session.RunAsync(source, 2, new RecordingTarget());
        Assert.Equal("ProcessEndException", outcome.Error?.Name);
        Assert.StartsWith(reason, outcome.Error?.Message);
        Assert.Contains("cell 2, line", string.Join('\n', outcome.Error!.Traceback));
        Assert.Equal("42", (await session.RunAsync("kept + 1", 3, new RecordingTarget())).Value?.PlainText);
    }

    [Theory]
    [InlineData("class Door { public string Exit(int n) => $\"door {n}\"; } new Door().Exit(1)", "door 1")]
    [InlineData("string Exit(int n) => $\"own {n}\"; Exit(2)", "own 2")]
    [InlineData("static class Environment { public static string Exit() => \"other\"; } Environment.Exit()", "other")]
    [InlineData("nameof(Environment.Exit)", "Exit")]
    [InlineData("var Kill = 3; Kill", "3")]
    public async Task Is_not_what_other_methods_of_these_names_do(string source, string expected)
    {
        using var session = new InteractiveSession(ScriptEnvironment.Default, new NoChannel());
        Assert.Equal(expected, (await session.RunAsync(source, 1, new RecordingTarget())).Value?.PlainText);
    }

    [Fact]
    public async Task Is_possible_for_other_processes()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Starts the command sleep.");
        using var session = new InteractiveSession(ScriptEnvironment.Default, new NoChannel());
        var outcome = await session.RunAsync(
            "using System.Diagnostics;\nvar other = Process.Start(\"sleep\", \"60\"); other.Kill(); other.WaitForExit(5000) && other.ExitCode != 0", 1, new RecordingTarget());
        Assert.Equal("True", outcome.Value?.PlainText);
    }
}
