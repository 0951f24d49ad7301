using Notable.Widgets;

namespace Notable.Kernel.Tests.Scripting;

public class TryingFunctionsOut
{
    [Fact]
    public async Task A_cell_makes_controls_for_a_lambda()
    {
        await using var session = await Cells.RunAsync(
            "Interactive((int epochs, bool flip) => $\"{epochs} {flip}\", new { epochs = (1, 5) })",
            "var link = JsLink(new IntSlider(), new IntText());\nlink.Source.Attribute");
        Assert.All(session.Runs, run => Assert.Null(run.Error));
        Assert.Contains(session.Runs[0].Outputs, output => output!["data"]![Widget.ViewMimeType] is not null);
        Assert.Equal("value", session.Runs[1].Text());
    }
}
