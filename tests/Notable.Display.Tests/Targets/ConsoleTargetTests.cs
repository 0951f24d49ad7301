namespace Notable.Display.Tests;

public class ConsoleTargetTests
{
    private readonly StringWriter output = new() { NewLine = "\n" };
    private readonly StringWriter error = new() { NewLine = "\n" };

    [Fact]
    public void Displays_and_text_stay_on_their_streams()
    {
        var console = new ConsoleTarget(output, error);

        console.Display(MimeBundle.Html("<b>a</b>", "a"), "id");
        console.Update("id", MimeBundle.Text("b"));
        console.Write(OutputStream.Out, "out");
        console.Write(OutputStream.Error, "error");
        console.Clear(wait: false);

        Assert.Equal("a\nb\nout", output.ToString().ReplaceLineEndings("\n"));
        Assert.Equal("error", error.ToString());
    }

    [Fact]
    public void Without_a_terminal_there_is_no_status_line()
    {
        new ConsoleTarget(output, error).SetStatus("50%");

        Assert.Empty(error.ToString());
    }

    [Fact]
    public void A_status_line_is_redrawn_in_place()
    {
        var console = new ConsoleTarget(output, error, isTerminal: true);

        console.SetStatus("50%");
        console.SetStatus("60%");
        console.SetStatus("");

        Assert.Equal("50%|60%|", Screen.Erasures(error));
    }

    [Fact]
    public void Text_comes_above_the_status_line()
    {
        var console = new ConsoleTarget(error, error, isTerminal: true);

        console.SetStatus("50%");
        console.Write(OutputStream.Out, "hello\n");

        Assert.Equal("50%|hello\n50%", Screen.Erasures(error));
    }

    [Fact]
    public void An_unfinished_line_is_not_overwritten()
    {
        var console = new ConsoleTarget(error, error, isTerminal: true);

        console.SetStatus("50%");
        console.Write(OutputStream.Out, "hel");
        console.Write(OutputStream.Out, "lo");
        console.SetStatus("60%");

        Assert.Equal($"50%|hello{Environment.NewLine}60%", Screen.Erasures(error));
    }

    [Fact]
    public void A_status_line_is_cut_to_the_width()
    {
        var console = new ConsoleTarget(output, error, isTerminal: true, width: () => 30);

        console.SetStatus(new string('x', 100));

        Assert.Equal(new string('x', 28) + "…", error.ToString());
    }
}
