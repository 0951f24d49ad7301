using System.Text.Json.Nodes;
using Notable.Display;

namespace Notable.Widgets.Tests;

public class Outputs
{
    private readonly FakeFrontEnd frontEnd = new();

    [Fact]
    public void What_is_shown_while_captured_goes_into_the_widget()
    {
        var output = frontEnd.Show(() => new Output());
        using (output.Capture())
        {
            DisplayTarget.Current.Write(OutputStream.Out, "one ");
            DisplayTarget.Current.Write(OutputStream.Out, "two");
            Displaying.display("three");
        }
        Assert.Equal(["stream", "display_data"], output.Outputs.Select(one => (string?)one["output_type"]));
        Assert.Equal("one two", (string?)output.Outputs[0]["text"]);
        Assert.Equal(2, frontEnd.Messages[^1].Data["state"]!["outputs"]!.AsArray().Count);
    }

    [Fact]
    public async Task Outputs_of_code_that_runs_at_the_same_time_stay_apart()
    {
        var outputs = Enumerable.Range(0, 8).Select(_ => frontEnd.Show(() => new Output())).ToArray();
        await Task.WhenAll(outputs.Select((output, number) => Task.Run(async () =>
        {
            using var capture = output.Capture();
            for (var i = 0; i < 20; i++)
            {
                DisplayTarget.Current.Write(OutputStream.Out, $"{number}");
                await Task.Yield();
            }
        })));
        for (var i = 0; i < outputs.Length; i++)
            Assert.Equal(new string((char)('0' + i), 20), (string?)outputs[i].Outputs.Single()["text"]);
    }

    [Fact]
    public async Task Text_reaches_the_front_end_while_the_capture_goes_on()
    {
        var output = frontEnd.Show(() => new Output());
        using var capture = output.Capture();
        DisplayTarget.Current.Write(OutputStream.Error, "early");
        while (frontEnd.Messages.Count == 0)
            await Task.Delay(10, TestContext.Current.CancellationToken);
        Assert.Contains("early", frontEnd.Messages[0].Data.ToJsonString());
    }

    [Fact]
    public void A_thousand_lines_are_a_few_messages()
    {
        var output = frontEnd.Show(() => new Output());
        using (output.Capture())
            for (var i = 0; i < 1000; i++)
                DisplayTarget.Current.Write(OutputStream.Out, $"{i}\n");
        Assert.InRange(frontEnd.Messages.Count, 1, 100);
        Assert.EndsWith("999\n", (string?)output.Outputs.Single()["text"]);
    }

    [Fact]
    public void Clearing_empties_the_front_end_too()
    {
        var output = frontEnd.Show(() => new Output());
        using (output.Capture())
            DisplayTarget.Current.Write(OutputStream.Out, "text");
        output.Clear();
        Assert.Empty(output.Outputs);
        Assert.Equal("""{"outputs":[]}""", frontEnd.Messages[^1].Data["state"]!.ToJsonString());
    }

    [Fact]
    public async Task What_the_front_end_writes_is_seen_here()
    {
        var output = frontEnd.Show(() => new Output());
        await frontEnd.UpdateAsync(output, new JsonObject { ["msg_id"] = "abc" });
        Assert.Equal("abc", output.MsgId);
    }
}
