using System.Text.Json.Nodes;

namespace Notable.Widgets;

/// <summary>A date, as year, month (from 0, as in JavaScript) and day.</summary>
internal sealed class DateType : AttributeType<DateOnly>
{
    public override JsonNode? Write(DateOnly value) =>
        new JsonObject { ["year"] = value.Year, ["month"] = value.Month - 1, ["date"] = value.Day };

    public override DateOnly Read(JsonNode? node, Func<string, Widget?> widgets)
    {
        var year = FrontEndJson.Part(node, "year", 1, 9999);
        var month = FrontEndJson.Part(node, "month", 0, 11) + 1;
        return new DateOnly(year, month, FrontEndJson.Part(node, "date", 1, DateTime.DaysInMonth(year, month)));
    }
}

/// <summary>A time of day, to the millisecond.</summary>
internal sealed class TimeType : AttributeType<TimeOnly>
{
    public override JsonNode? Write(TimeOnly value) => new JsonObject
    {
        ["hours"] = value.Hour,
        ["minutes"] = value.Minute,
        ["seconds"] = value.Second,
        ["milliseconds"] = value.Millisecond,
    };

    public override TimeOnly Read(JsonNode? node, Func<string, Widget?> widgets) => new(
        FrontEndJson.Part(node, "hours", 0, 23), FrontEndJson.Part(node, "minutes", 0, 59), FrontEndJson.Part(node, "seconds", 0, 59), FrontEndJson.Part(node, "milliseconds", 0, 999));
}

/// <summary>A date and time without a time zone.</summary>
internal sealed class NaiveDatetimeType : AttributeType<DateTime>
{
    private readonly DateType date = new();
    private readonly TimeType time = new();

    public override JsonNode? Write(DateTime value)
    {
        var written = date.Write(DateOnly.FromDateTime(value))!.AsObject();
        foreach (var (name, part) in time.Write(TimeOnly.FromDateTime(value))!.AsObject())
            written[name] = part!.DeepClone();
        return written;
    }

    public override DateTime Read(JsonNode? node, Func<string, Widget?> widgets) =>
        date.Read(node, widgets).ToDateTime(time.Read(node, widgets));
}

/// <summary>A point in time, written in UTC.</summary>
internal sealed class DatetimeType : AttributeType<DateTimeOffset>
{
    private readonly NaiveDatetimeType universal = new();

    public override JsonNode? Write(DateTimeOffset value) => universal.Write(value.UtcDateTime);

    public override DateTimeOffset Read(JsonNode? node, Func<string, Widget?> widgets) =>
        new(universal.Read(node, widgets), TimeSpan.Zero);
}
