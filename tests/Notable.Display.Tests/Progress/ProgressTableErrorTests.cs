namespace Notable.Display.Tests;

public class ProgressTableErrorTests
{
    [Fact]
    public void A_row_of_another_length_is_refused()
    {
        using var use = DisplayTarget.Use(new RecordingTarget());
        using var table = new ProgressTable("epoch", "loss");

        var error = Assert.Throws<ArgumentException>(() => table.Row(1));

        Assert.Contains("expected 2 cells (epoch, loss), found 1", error.Message);
    }

    [Fact]
    public void A_row_after_the_end_is_refused()
    {
        using var use = DisplayTarget.Use(new RecordingTarget());
        var table = new ProgressTable("epoch");
        table.Dispose();

        Assert.Throws<ObjectDisposedException>(() => table.Row(1));
    }

    [Fact]
    public void A_table_without_columns_is_refused() => Assert.Throws<ArgumentException>(() => new ProgressTable());
}
