namespace Notable.Display.Tests;

public class TerminalProgressTests
{
    private readonly FakeTime time = new();
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();
    private int width = 60;

    private IDisposable Terminal() => DisplayTarget.Use(new ConsoleTarget(output, error, isTerminal: true, width: () => width));

    private string Shown => Screen.Bars(error);

    [Fact]
    public void A_bar_is_one_line_redrawn_in_place_with_the_time_left()
    {
        using (Terminal())
        using (var bar = new ProgressBar("read", 100, time))
        {
            time.Advance(5);
            bar.Report(50, "a.jpg");
            time.Advance(5);
            bar.Report(100);
        }

        Assert.Equal(
            "read   0% -37 0/100 00:00"
            + "|read  50% #12-12 50/100 00:05<00:05 a.jpg"
            + "|read 100% #35 100/100 00:10"
            + "|read 100% #35 100/100 00:10\n",
            Shown);
        Assert.Empty(output.ToString());
    }

    [Fact]
    public void A_narrow_terminal_gets_no_bar_and_no_wrapped_line()
    {
        width = 24;
        using (Terminal())
        using (var bar = new ProgressBar("reading pictures", 100, time))
        {
            time.Advance(5);
            bar.Report(50);
        }

        Assert.All(Shown.Split('|', '\n'), line => Assert.InRange(line.Length, 0, 23));
    }

    [Fact]
    public void A_bar_is_not_redrawn_more_than_ten_times_a_second()
    {
        using (Terminal())
        using (var bar = new ProgressBar("read", 1000, time))
            for (var i = 0; i < 1000; i++)
            {
                time.Advance(0.001);
                bar.Report(i);
            }

        Assert.InRange(Shown.Count(character => character == '|'), 9, 12);
    }

    [Fact]
    public void A_bar_without_a_total_counts()
    {
        using (Terminal())
        using (var bar = new ProgressBar("found", 0, time))
        {
            time.Advance(1);
            bar.Report(12, "bears");
        }

        Assert.EndsWith("|found 12 00:01 bears\n", Shown);
    }

    [Fact]
    public void Rows_come_above_the_bar()
    {
        using (Terminal())
        using (var table = new ProgressTable(time, "epoch", "train_loss", "time"))
        {
            table.Report(0, 10);
            time.Advance(2);
            table.Report(5, 10, "loss 0.7");
            time.Advance(2);
            table.Row(0, 0.712345678, TimeSpan.FromSeconds(4));
            table.Report(0, 10);
            table.Row(1, float.NaN, TimeSpan.FromSeconds(3725));
        }

        Assert.Equal(
            "  0% -40 0/10 00:00"
            + "| 50% #14-14 5/10 00:02<00:02 loss 0.7|"
            + "epoch     train_loss  time\n0         0.712346    00:04\n"
            + "  0% -40 0/10 00:00|"
            + "1         NaN         1:02:05\n",
            Shown);
    }
}
