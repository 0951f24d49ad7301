namespace Notable.Cli.Tests;

public class WrongWordsAreUsage
{
    [Theory]
    [InlineData("trian", "x")]
    [InlineData("train", "x", "--epochs", "many")]
    [InlineData("train", "x", "--bs", "0")]
    [InlineData("train", "x", "--arch", "resnet9000")]
    [InlineData("train", "x", "--precision", "fp8")]
    [InlineData("train", "x", "--views", "quarters")]
    [InlineData("run", "x.ipynb", "-p", "novalue")]
    [InlineData("run", "x.ipynb", "--timeout", "0,5")]
    [InlineData("train", "x", "--lr", "0,001")]
    [InlineData("app", "--port", "70000")]
    [InlineData("app", "--port", "http")]
    [InlineData("predict", "model-only")]
    [InlineData("bench")]
    [InlineData("bench", "everything")]
    [InlineData("bench", "engine", "--threads", "0")]
    [InlineData("gather", "bears")]
    [InlineData("gather", "-o", "out")]
    [InlineData("gather", "../up=bears", "-o", "out")]
    [InlineData("gather", "bears", "-o", "out", "--max", "0")]
    [InlineData("gather", "bears", "-o", "out", "--endpoint", "file:///etc")]
    [InlineData("verify")]
    public async Task Exit_code_2_and_a_hint(params string[] words)
    {
        var run = await Command.RunAsync(words);
        Assert.Equal(2, run.ExitCode);
        Assert.NotEmpty(run.Error);
        Assert.DoesNotContain("   at ", run.Error);
    }

    [Fact]
    public async Task An_unknown_precision_is_answered_with_those_there_are()
    {
        var run = await Command.RunAsync("train", "x", "--precision", "fp8");
        Assert.All((string[])["fp8", "auto", "bf16", "fp32"], word => Assert.Contains(word, run.Error));
    }

    [Theory]
    [InlineData("train", "--weights")]
    [InlineData("predict", "--json")]
    [InlineData("run", "--timeout")]
    [InlineData("app", "--base-url")]
    [InlineData("samples", "--per-class")]
    [InlineData("doctor", "--json")]
    [InlineData("bench", "--peer")]
    [InlineData("gather", "--source")]
    [InlineData("verify", "--quarantine")]
    public async Task Every_verb_has_help(string verb, string option)
    {
        var run = await Command.RunAsync(verb, "--help");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains(option, run.Output);
    }
}
