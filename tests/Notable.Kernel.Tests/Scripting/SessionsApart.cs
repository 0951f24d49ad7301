using System.Text.Json.Nodes;
using Notable.Kernel.Scripting;
using Notable.Widgets;
using static Notable.Kernel.Tests.Cells;

namespace Notable.Kernel.Tests.Scripting;

public class SessionsApart
{
    [Fact]
    public async Task Sessions_that_run_at_the_same_time_share_no_variable_widget_output_or_text()
    {
        var compiled = Compile(
            "var id = Guid.NewGuid(); var lines = new List<string>();",
            "for (var i = 0; i < 20; i++) { lines.Add($\"{id}\"); Console.WriteLine(id); await Task.Delay(1); }",
            "var label = new Label($\"{id}\"); label",
            "$\"{lines.Count} {lines.Distinct().Count()} {id}\"");
        var channels = Enumerable.Range(0, 8).Select(_ => new Recorder()).ToArray();
        var sessions = await Task.WhenAll(channels.Select(channel => Task.Run(async () =>
        {
            var session = new NotebookSession(compiled, channel);
            await session.RunAsync(TestContext.Current.CancellationToken);
            return session;
        })));

        var ids = sessions.Select(session => session.Runs[3].Text().Split(' ')[^1]).ToArray();
        Assert.Equal(sessions.Length, ids.Distinct().Count());
        for (var i = 0; i < sessions.Length; i++)
        {
            Assert.Equal($"20 1 {ids[i]}", sessions[i].Runs[3].Text());
            Assert.Equal(string.Concat(Enumerable.Repeat(ids[i] + Environment.NewLine, 20)), sessions[i].Runs[1].Text());
            Assert.Equal(3, sessions[i].Widgets.Widgets.Count);
            Assert.Contains(ids[i], channels[i].Text);
            Assert.DoesNotContain(ids.Where((_, other) => other != i), channels[i].Text.Contains);
        }
    }

    [Fact]
    public async Task Handlers_of_sessions_that_run_at_the_same_time_stay_apart()
    {
        var compiled = Compile(
            "var clicks = 0; var output = new Output(); var button = new Button();",
            """
            button.OnClick(async () =>
            {
                using var capture = output.Capture();
                clicks++;
                await Task.Delay(1);
                Console.Write($"{clicks},");
            });
            """,
            "new VBox(button, output)");
        var sessions = Enumerable.Range(1, 6)
            .Select(count => (count, session: new NotebookSession(compiled, new NoChannel())))
            .ToArray();
        await Task.WhenAll(sessions.Select(async one =>
        {
            await one.session.RunAsync(TestContext.Current.CancellationToken);
            var button = one.session.Widgets.Widgets.OfType<Button>().Single();
            await Task.WhenAll(Enumerable.Range(0, one.count)
                .Select(_ => one.session.ReceiveAsync(Click(button), TestContext.Current.CancellationToken)));
        }));
        foreach (var (count, session) in sessions)
            Assert.Equal(
                string.Concat(Enumerable.Range(1, count).Select(click => $"{click},")),
                (string?)session.Widgets.Widgets.OfType<Output>().Single().Outputs.Single()["text"]);
    }

    [Fact]
    public async Task Statics_are_shared_by_all_sessions()
    {
        var compiled = Compile("static class Shared { public static int Count; }", "Interlocked.Increment(ref Shared.Count)");
        for (var i = 1; i <= 3; i++)
        {
            await using var session = new NotebookSession(compiled, new NoChannel());
            await session.RunAsync(TestContext.Current.CancellationToken);
            Assert.Equal($"{i}", session.Runs[1].Text());
        }
    }

    [Fact]
    public async Task What_a_handler_prints_goes_to_the_author_and_what_it_throws_comes_out()
    {
        var log = new Notable.Display.RecordingTarget();
        var compiled = Compile(
            "var button = new Button(); button.OnClick(() => { Console.Write(\"clicked\"); throw new Exception(\"no\"); }); button");
        await using var session = new NotebookSession(compiled, new NoChannel(), log);
        await session.RunAsync(TestContext.Current.CancellationToken);
        var button = session.Widgets.Widgets.OfType<Button>().Single();
        var thrown = await Assert.ThrowsAsync<WidgetHandlerException>(
            () => session.ReceiveAsync(Click(button), TestContext.Current.CancellationToken));
        Assert.Equal("no", thrown.InnerException?.Message);
        Assert.Equal("clicked", (string?)log.Outputs.Single()!["text"]);
        Assert.DoesNotContain(session.Runs, run => run.Text().Contains("clicked"));
    }

    [Fact]
    public async Task A_session_that_ends_closes_its_widgets()
    {
        var channel = new Recorder();
        var session = new NotebookSession(Compile("new Label()"), channel);
        await session.RunAsync(TestContext.Current.CancellationToken);
        await session.DisposeAsync();
        Assert.Equal(3, channel.Messages.Count(message => message.Kind == CommKind.Close));
    }

    private static CommMessage Click(Button button)
    {
        var data = new JsonObject { ["method"] = "custom", ["content"] = new JsonObject { ["event"] = "click" } };
        return new CommMessage(CommKind.Message, button.ModelId, null, data, [], []);
    }

    private sealed class Recorder : ICommChannel
    {
        public List<CommMessage> Messages { get; } = [];

        public string Text => string.Concat(Messages.Select(message => message.Data.ToJsonString()));

        public void Send(CommMessage message) => Messages.Add(message);
    }
}
