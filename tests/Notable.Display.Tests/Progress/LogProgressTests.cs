namespace Notable.Display.Tests;

public class LogProgressTests
{
    private readonly FakeTime time = new();
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();

    private IDisposable Log() => DisplayTarget.Use(new ConsoleTarget(output, error));

    private string[] Lines => error.ToString().ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    [Fact]
    public void A_bar_writes_a_line_at_each_quarter()
    {
        using (Log())
        using (var bar = new ProgressBar("read", 100, time))
            for (var i = 1; i <= 100; i++)
            {
                time.Advance(0.3);
                bar.Report(i);
            }

        Assert.Equal(
            ["read: 0% 0/100 00:00", "read: 25% 25/100 00:07<00:22", "read: 50% 50/100 00:15<00:15", "read: 75% 75/100 00:22<00:07", "read: 100% 100/100 00:30"],
            Lines);
        Assert.Empty(output.ToString());
    }

    [Fact]
    public void A_quick_bar_writes_its_beginning_and_its_end()
    {
        using (Log())
        using (var bar = new ProgressBar("read", 4, time))
            for (var i = 1; i <= 4; i++)
                bar.Report(i);

        Assert.Equal(["read: 0% 0/4 00:00", "read: 100% 4/4 00:00"], Lines);
    }

    [Fact]
    public void A_slow_bar_gives_a_sign_of_life()
    {
        using (Log())
        using (var bar = new ProgressBar("read", 1000, time))
            for (var i = 1; i <= 8; i++)
            {
                time.Advance(4);
                bar.Report(i);
            }

        Assert.Equal(["read: 0% 0/1000 00:00", "read: 0% 3/1000 00:12<1:06:28", "read: 0% 6/1000 00:24<1:06:16", "read: 0% 8/1000 00:32<1:06:08"], Lines);
    }

    [Fact]
    public void A_table_writes_a_header_and_a_line_a_row()
    {
        using (Log())
        using (var table = new ProgressTable(time, "epoch", "valid_loss", "time"))
            for (var epoch = 0; epoch < 2; epoch++)
            {
                for (var i = 0; i <= 10; i++)
                {
                    table.Report(i, 10);
                    time.Advance(0.5);
                }
                table.Row(epoch, 0.5, TimeSpan.FromSeconds(5));
            }

        Assert.Equal(["epoch     valid_loss  time", "0         0.500000    00:05", "1         0.500000    00:05"], Lines);
    }

    [Fact]
    public void A_long_epoch_gives_a_sign_of_life_below_the_table()
    {
        using (Log())
        using (var table = new ProgressTable(time, "epoch"))
            for (var i = 0; i <= 5; i++)
            {
                table.Report(i, 5, "loss 0.5");
                time.Advance(4);
            }

        Assert.Equal(["60% 3/5 00:12<00:08 loss 0.5"], Lines);
    }
}
