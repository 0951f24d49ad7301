namespace Notable.Display.Tests;

public class RecordingLimitsTests
{
    [Fact]
    public void Text_beyond_the_limit_is_cut_with_one_note()
    {
        var target = new RecordingTarget(new RecordingLimits { MaxStreamCharacters = 5 });

        for (var i = 0; i < 10; i++)
            target.Write(i % 2 == 0 ? OutputStream.Out : OutputStream.Error, "ab");

        Assert.Equal(["ab", "ab", "a", "\n[output cut: more than 5 characters]\n"], target.Outputs.Select(output => (string)output!["text"]!));
    }

    [Fact]
    public void Outputs_beyond_the_limit_are_dropped_with_one_note_but_updates_and_errors_come_through()
    {
        var target = new RecordingTarget(new RecordingLimits { MaxOutputs = 2 });

        for (var i = 0; i < 5; i++)
            target.Display(MimeBundle.Text("a"), $"{i}");
        target.Write(OutputStream.Out, "b");
        target.Update("1", MimeBundle.Text("new"));
        target.Error("IOException", "gone", []);

        Assert.Equal(["display_data", "display_data", "stream", "error"], target.Outputs.Select(output => (string)output!["output_type"]!));
        Assert.Equal("new", (string)target.Outputs[1]!["data"]!["text/plain"]!);
    }

    [Fact]
    public void Clearing_makes_room_again()
    {
        var target = new RecordingTarget(new RecordingLimits { MaxStreamCharacters = 1 });

        target.Write(OutputStream.Out, "ab");
        target.Clear(wait: false);
        target.Write(OutputStream.Out, "c");

        Assert.Equal("c", (string)Assert.Single(target.Outputs)!["text"]!);
    }
}
