using static Notable.Kernel.Tests.Cells;

namespace Notable.Kernel.Tests.Scripting;

public class RuntimeErrors
{
    [Fact]
    public async Task An_error_shows_the_lines_of_the_cells_it_passed_through_and_none_of_the_host()
    {
        await using var session = await RunAsync(
            "int Divide(int a, int b)\n{\n    return a / b;\n}",
            "var zero = 0;\nvar fine = 1;\nDivide(fine, zero)");
        var output = session.Runs[1].Outputs.Single()!;
        Assert.Equal("DivideByZeroException", (string?)output["ename"]);
        Assert.Equal(
            """
            System.DivideByZeroException: Attempted to divide by zero.
               cell 1, line 3, in Divide: return a / b;
               cell 2, line 3: Divide(fine, zero)
            """.ReplaceLineEndings("\n"),
            string.Join('\n', output["traceback"]!.AsArray().Select(line => (string?)line)));
    }

    [Fact]
    public async Task Errors_after_an_await_and_within_lambdas_and_library_calls_keep_their_lines()
    {
        await using var session = await RunAsync(
            """
            async Task<int> Slow()
            {
                await Task.Yield();
                return new[] { 1, 2 }.Select(x =>
                    int.Parse("no number")).Sum();
            }
            await Slow()
            """);
        var lines = session.Runs[0].Outputs.Single()!["traceback"]!.AsArray().Select(line => (string)line!).ToArray();
        Assert.StartsWith("System.FormatException", lines[0]);
        Assert.Contains(lines, line => line.StartsWith("   at System.") && line.Contains("Parse"));
        Assert.Contains("   cell 1, line 5, in Slow: int.Parse(\"no number\")).Sum();", lines);
        Assert.Contains(lines, line => line.StartsWith("   cell 1, line 7"));
        foreach (var host in new[] { "Notable.Kernel", "CodeAnalysis", "CompilerServices" })
            Assert.DoesNotContain(lines, line => line.Contains(host));
    }

    [Fact]
    public async Task The_cause_of_an_error_is_told()
    {
        await using var session = await RunAsync("throw new InvalidOperationException(\"outer\", new FormatException(\"inner\"));");
        var text = session.Runs[0].Outputs.Single()!["traceback"]!.ToJsonString();
        Assert.Contains("caused by System.FormatException: inner", text);
    }
}
