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
    public async Task The_message_is_short_and_names_the_help_of_the_verb()
    {
        var run = await Command.RunAsync("train", "x", "--epochs", "many");
        Assert.Equal("--epochs takes a number from 0 to 1000, not 'many'\n\nSee: notable train --help", run.Error.ReplaceLineEndings("\n").Trim());
        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData("Unknown command 'trian'. Did you mean 'train'?", "notable", "trian", "x", "--epochs", "2")]
    [InlineData("Unknown command 'predcit'. Did you mean 'predict'?", "notable", "predcit")]
    [InlineData("Unknown command 'instal'. Did you mean 'install'?", "notable kernel", "kernel", "instal")]
    [InlineData("Unknown command 'teach'.", "notable", "teach", "x")]
    [InlineData("Unknown option '--verbose'.", "notable", "--verbose")]
    public async Task An_unknown_command_is_answered_with_the_nearest_one(string message, string command, params string[] words)
    {
        var run = await Command.RunAsync(words);
        Assert.Equal($"{message}\nSee: {command} --help", run.Error.ReplaceLineEndings("\n").Trim());
        Assert.Empty(run.Output);
        Assert.Equal(2, run.ExitCode);
    }

    [Fact]
    public async Task A_misspelled_option_is_no_file_to_predict()
    {
        var run = await Command.RunAsync("predict", "m.safetensors", "--jsn", "a.jpg");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("'--jsn' is neither an option nor a file", run.Error);
    }

    [Fact]
    public async Task A_model_after_the_pictures_is_answered_with_the_right_order()
    {
        var run = await Command.RunAsync("predict", "a.jpg", "m.safetensors");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("the model comes first: notable predict m.safetensors a.jpg", run.Error);
    }

    [Fact]
    public async Task The_list_of_verbs_has_a_sentence_for_each()
    {
        var list = await Command.RunAsync("--help");
        Assert.Contains("Fine-tune a network on a folder of pictures.", list.Output);
        Assert.Contains("'notable COMMAND --help'", list.Output);
        Assert.DoesNotContain("exit code", list.Output, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("The exit code is 1", (await Command.RunAsync("verify", "--help")).Output);
    }

    [Theory]
    [InlineData("run", "nowhere.ipynb")]
    [InlineData("convert", "nowhere.ipynb", "out.dib")]
    public async Task A_missing_file_is_named_with_the_folder_it_was_looked_for_in(params string[] words)
    {
        var run = await Command.RunAsync(words);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("does not exist; check the path", run.Error);
        Assert.Contains("relative paths start from", run.Error);
    }

    [Fact]
    public async Task Missing_weights_are_told_before_pictures_are_read()
    {
        var run = await Command.RunAsync("train", "nowhere", "--weights", "nope.pth");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("there is no weights file 'nope.pth'", run.Error);
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
