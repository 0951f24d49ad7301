using Notable.Display;
using Notable.Kernel.Scripting;
using Notable.Widgets;

namespace Notable.Kernel.Tests.Scripting;

public class RunawayRecursion
{
    [Theory]
    [InlineData("int F(int n) => F(n + 1) + 1; F(0)")]
    [InlineData("int F(int n) { return F(n + 1) + 1; } F(0)")]
    [InlineData("int P => P + 1; P")]
    [InlineData("class A { public A Next { get { return new A().Next; } } } new A().Next")]
    [InlineData("class A { public int this[int i] => this[i + 1]; } new A()[0]")]
    [InlineData("class A { public int P { set => P = value; } } new A().P = 1;")]
    [InlineData("class A { public A() { new A(); } } new A()")]
    [InlineData("class A { public static A operator +(A a, A b) => a + b; } var a = new A(); a + a")]
    [InlineData("class A { public static implicit operator int(A a) => a; } int n = new A();")]
    [InlineData("class A { public override string ToString() => $\"{this}\"; } new A().ToString()")]
    [InlineData("Func<int, int> f = null; f = n => f(n) + 1; f(1)")]
    [InlineData("Func<int, int> f = null; f = delegate (int n) { return f(n) + 1; }; f(1)")]
    [InlineData("async Task<int> F(int n) => await F(n + 1); await F(0)")]
    [InlineData("bool Even(int n) => !Odd(n - 1); bool Odd(int n) => !Even(n - 1); Even(7)")]
    public async Task Is_an_error_of_the_cell_that_names_the_line(string source)
    {
        using var session = new InteractiveSession(ScriptEnvironment.Default, new NoChannel());
        await session.RunAsync("var kept = 41;", 1, new RecordingTarget());
        var outcome = await session.RunAsync(source, 2, new RecordingTarget());
        Assert.Equal("InsufficientExecutionStackException", outcome.Error?.Name);
        Assert.Contains("cell 2, line 1", outcome.Error?.Message);
        Assert.Single(outcome.Error!.Traceback);
        Assert.Equal("42", (await session.RunAsync("kept + 1", 3, new RecordingTarget())).Value?.PlainText);
    }

    [Theory]
    [InlineData("int F(int n) => n == 0 ? 0 : F(n - 1) + 1; F(50_000)", "50000")]
    [InlineData("async Task<int> F(int n) => n == 0 ? 0 : 1 + await F(n - 1); await F(2_000)", "2000")]
    [InlineData("async Task<int> F(int n) { await Task.Yield(); return n == 0 ? 0 : 1 + await F(n - 1); } await F(50_000)", "50000")]
    public async Task Is_not_taken_for_recursion_that_ends(string source, string expected)
    {
        using var session = new InteractiveSession(ScriptEnvironment.Default, new NoChannel());
        Assert.Equal(expected, (await session.RunAsync(source, 1, new RecordingTarget())).Value?.PlainText);
    }
}
