using Notable.Display;
using Notable.Kernel.Scripting;
using Notable.Widgets;
using static Notable.Kernel.Tests.Cells;

namespace Notable.Kernel.Tests.Scripting;

/// <summary>Each prints on one thread and shows on another: whoever held two locks crosswise would hang.</summary>
public class ConsoleLocks
{
    [Fact]
    public async Task Printing_and_showing_at_once_on_the_console_itself_does_not_hang() =>
        await PrintAndShow(ConsoleTarget.Standard);

    [Fact]
    public async Task A_listener_may_write_to_the_processs_own_console()
    {
        var target = new RecordingTarget();
        target.Changed += _ => ConsoleRouter.Out.Write("");
        await PrintAndShow(target);
    }

    private static async Task PrintAndShow(IDisplayTarget target)
    {
        await using var session = new NotebookSession(Compile("1"), new NoChannel());
        using var use = DisplayTarget.Use(target);
        var text = target is ConsoleTarget ? "" : "x";
        await Task.WhenAll(
            Task.Run(() => Repeat(() => Console.Write(text))),
            Task.Run(() => Repeat(() => DisplayTarget.Current.Write(OutputStream.Out, text))))
            .WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
    }

    private static void Repeat(Action action)
    {
        for (var i = 0; i < 20_000; i++)
            action();
    }
}
