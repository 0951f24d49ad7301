using Microsoft.DotNet.Interactive.Formatting;
using static Notable.Display.Displaying;

namespace Notable.Display.Tests;

public class DisplayingTests
{
    [Fact]
    public void Displaying_reaches_the_target_in_use()
    {
        var target = new RecordingTarget();
        using (DisplayTarget.Use(target))
        {
            display(1);
            "two".Display();
            display("<b>3</b>".ToHtmlContent());
        }

        Assert.Equal(["1", "two", "<b>3</b>"], target.Outputs.Select(output => (string)output!["data"]!["text/plain"]!));
        Assert.Equal("<b>3</b>", (string)target.Outputs[2]!["data"]!["text/html"]!);
    }

    [Fact]
    public void An_update_goes_where_the_value_was_shown()
    {
        var (first, second) = (new RecordingTarget(), new RecordingTarget());
        DisplayedValue shown;
        using (DisplayTarget.Use(first))
            shown = display("before");

        using (DisplayTarget.Use(second))
            shown.Update("after");

        Assert.Equal("after", (string)Assert.Single(first.Outputs)!["data"]!["text/plain"]!);
        Assert.Empty(second.Outputs);
    }
}
