using Notable.Tests;

namespace Notable.Display.Tests;

public class NotebookProgressTests
{
    private readonly FakeTime time = new();
    private readonly RecordingTarget target = new();

    private string Content(string type) => (string)Assert.Single(target.Outputs)!["data"]![type]!;

    [Fact]
    public void A_table_is_one_display_that_is_updated()
    {
        using var use = DisplayTarget.Use(target);
        var table = new ProgressTable(time, "epoch", "train_loss", "valid_loss", "error_rate", "time");
        table.Row(0, 0.71, 0.33f, null, TimeSpan.FromSeconds(21));
        table.Report(0, 19);
        time.Advance(4);
        table.Report(8, 19, "loss <0.5>");

        Approved.Match("progress-running.txt", $"{Content(MimeTypes.Text)}\n\n{Content(MimeTypes.Html)}\n");
        table.Dispose();
        Approved.Match("progress-ended.txt", $"{Content(MimeTypes.Text)}\n\n{Content(MimeTypes.Html)}\n");
    }

    [Fact]
    public void A_bar_shows_its_last_state_when_it_ends()
    {
        using (DisplayTarget.Use(target))
        using (var bar = new ProgressBar("read", 3, time))
            for (var i = 1; i <= 3; i++)
                bar.Report(i);

        Assert.Equal("read: 100% 3/3 00:00", Content(MimeTypes.Text));
        Assert.Contains("aria-valuenow=\"100\"", Content(MimeTypes.Html));
    }

    [Fact]
    public void Updates_come_at_most_ten_times_a_second()
    {
        var changes = 0;
        target.Changed += _ => changes++;
        using (DisplayTarget.Use(target))
        using (var bar = new ProgressBar("read", 1000, time))
            for (var i = 0; i < 1000; i++)
            {
                time.Advance(0.001);
                bar.Report(i);
            }

        Assert.InRange(changes, 9, 12);
    }

    [Fact]
    public void Reports_from_many_threads_and_after_the_end_do_no_harm()
    {
        ProgressBar bar;
        using (DisplayTarget.Use(target))
            bar = new ProgressBar("read", 1000);
        Parallel.For(0, 1000, i => bar.Report(i));
        bar.Report(1000);
        bar.Dispose();
        bar.Report(3);
        bar.Dispose();

        Assert.StartsWith("read: 100% 1000/1000", Content(MimeTypes.Text));
    }
}
