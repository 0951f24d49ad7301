using static Notable.Display.Displaying;

namespace Notable.Display.Tests;

public class DisplayTargetTests
{
    [Fact]
    public void Without_a_target_in_use_the_console_is_current()
    {
        Assert.Same(ConsoleTarget.Standard, DisplayTarget.Current);
        Assert.Null(DisplayTarget.InUse);
    }

    [Fact]
    public void Scopes_nest()
    {
        var (outer, inner) = (new RecordingTarget(), new RecordingTarget());
        using (DisplayTarget.Use(outer))
        {
            using (DisplayTarget.Use(inner))
                Assert.Same(inner, DisplayTarget.Current);
            Assert.Same(outer, DisplayTarget.InUse);
        }
        Assert.Null(DisplayTarget.InUse);
    }

    [Fact]
    public async Task Two_flows_never_see_each_others_target()
    {
        using var bothAreIn = new Barrier(2);
        async Task<RecordingTarget> Visit(string name)
        {
            var target = new RecordingTarget();
            using var use = DisplayTarget.Use(target);
            for (var i = 0; i < 20; i++)
            {
                display(name);
                await Task.Yield();
                if (i == 0)
                    bothAreIn.SignalAndWait(TestContext.Current.CancellationToken);
                await Task.Run(() => DisplayTarget.Current.Write(OutputStream.Out, name), TestContext.Current.CancellationToken);
            }
            return target;
        }

        var targets = await Task.WhenAll(Task.Run(() => Visit("a")), Task.Run(() => Visit("b")));

        Assert.DoesNotContain("b", Texts(targets[0]));
        Assert.DoesNotContain("a", Texts(targets[1]));
        Assert.Equal(40, targets[0].Outputs.Count);
        Assert.Null(DisplayTarget.InUse);
    }

    private static string Texts(RecordingTarget target) => string.Concat(
        target.Outputs.Select(output => (string?)output!["text"] ?? (string)output["data"]!["text/plain"]!));
}
