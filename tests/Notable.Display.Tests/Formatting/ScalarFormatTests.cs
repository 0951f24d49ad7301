using System.Globalization;

namespace Notable.Display.Tests;

[Collection(nameof(FormatterSettings))]
public class ScalarFormatTests
{
    public static TheoryData<object?, string> Values => new()
    {
        { null, "<null>" },
        { "a <b>\nc", "a <b>\nc" },
        { 1234567, "1234567" },
        { 0.5, "0.5" },
        { -1.5f, "-1.5" },
        { 12.50m, "12.50" },
        { double.NaN, "NaN" },
        { true, "True" },
        { DayOfWeek.Friday, "Friday" },
        { new DateTime(2024, 2, 29, 13, 5, 9), "2024-02-29 13:05:09" },
        { new DateTimeOffset(2024, 2, 29, 13, 5, 9, TimeSpan.FromHours(-5)), "2024-02-29 13:05:09 -05:00" },
        { new DateTime(2024, 2, 29, 13, 5, 9, 123), "2024-02-29 13:05:09.123" },
        { new DateTime(2024, 2, 29, 13, 5, 9, DateTimeKind.Utc), "2024-02-29 13:05:09Z" },
        { new DateOnly(2024, 2, 29), "2024-02-29" },
        { new TimeOnly(1, 2, 3, 45), "01:02:03.045" },
        { new ValueTask<int>(7), "ValueTask<Int32> (completed)" },
        { new ValueTask(Task.FromException(new IOException("disk"))), "ValueTask (faulted)" },
        { TimeSpan.FromSeconds(61), "00:01:01" },
        { typeof(Dictionary<string, int[]>), "System.Collections.Generic.Dictionary<System.String,System.Int32[]>" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void Plain_values_are_one_text(object? value, string expected)
    {
        var bundle = MimeBundle.Of(value);

        Assert.Equal(expected, bundle.PlainText);
        Assert.Equal([MimeTypes.Text], bundle.Types);
    }

    [Fact]
    public void The_culture_of_the_machine_changes_nothing()
    {
        var before = CultureInfo.CurrentCulture;
        var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        comma.NumberFormat.NegativeSign = "~";
        CultureInfo.CurrentCulture = comma;
        try
        {
            Assert.Equal("-1.5", MimeBundle.Of(-1.5).PlainText);
            Assert.Equal("[ -1.5 ]", MimeBundle.Of(new[] { -1.5 }).PlainText);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void An_exception_is_its_text()
    {
        var text = MimeBundle.Of(new InvalidOperationException("no <file>", new IOException("disk"))).PlainText;

        Assert.Contains("InvalidOperationException: no <file>", text);
        Assert.Contains("IOException: disk", text);
    }

    [Fact]
    public void A_task_that_never_ends_is_not_waited_for()
    {
        var endless = new TaskCompletionSource<int>().Task;

        Assert.Equal("Task<Int32> (running)", MimeBundle.Of(endless).PlainText);
        Assert.Contains("Task<Int32> (running)", MimeBundle.Of(new[] { endless }).PlainText);
    }

    [Fact]
    public async Task A_task_that_has_ended_shows_its_result()
    {
        Assert.Equal("Task<Int32> (completed): 5", MimeBundle.Of(Task.FromResult(5)).PlainText);
        Assert.Equal("Task (completed)", MimeBundle.Of(Task.CompletedTask).PlainText);
        var failing = Task.FromException<int>(new IOException("disk"));
        await Assert.ThrowsAsync<IOException>(() => failing);
        Assert.Equal("Task<Int32> (faulted, IOException: disk)", MimeBundle.Of(failing).PlainText);
    }

    [Fact]
    public void An_asynchronous_sequence_says_how_it_is_read()
    {
        static async IAsyncEnumerable<int> Numbers()
        {
            await Task.Yield();
            yield return 1;
        }

        Assert.Equal("IAsyncEnumerable<Int32>: read it with await foreach", MimeBundle.Of(Numbers()).PlainText);
    }
}
