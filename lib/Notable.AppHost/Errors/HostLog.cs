using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Notable.AppHost.Errors;

/// <summary>
/// The author's log, protected against flooding and forged entries: each kind of entry is written at most
/// <see cref="MostPerMinute"/> times per minute and only counted beyond that, and texts are truncated and cleaned.
/// </summary>
internal sealed class HostLog(ILogger log, TimeProvider time) : ILogger
{
    public const string Name = "Notable.AppHost";
    private const int MostPerMinute = 20;
    private static readonly TimeSpan minute = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<int, Kind> kinds = [];

    /// <summary>Configures logging as the options say.</summary>
    public static void SetUp(ILoggingBuilder logging, AppOptions options)
    {
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("Yarp", LogLevel.Warning);
        // A failed start is also thrown, and reported there in one sentence.
        logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        (options.Logging ?? ConsoleLines)(logging);
    }

    public static ILogger Create(ILoggerFactory logs, TimeProvider time, string name = Name) => new HostLog(logs.CreateLogger(name), time);

    public bool IsEnabled(LogLevel logLevel) => log.IsEnabled(logLevel);

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => log.BeginScope(state);

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel) || !kinds.GetOrAdd(eventId.Id, _ => new Kind(time)).MayWrite(out var leftOut))
            return;
        if (leftOut > 0)
            log.LeftOut(leftOut, eventId.Name ?? "");
        var entry = Entry.Of(state, formatter(state, exception));
        log.Log(logLevel, eventId, entry, LoggedException.Of(exception), static (entry, _) => entry.Text);
    }

    private static void ConsoleLines(ILoggingBuilder logging) => logging.AddSimpleConsole(console =>
    {
        console.SingleLine = false;
        console.TimestampFormat = "yyyy-MM-dd HH:mm:ss ";
    });

    private sealed class Kind(TimeProvider time)
    {
        private readonly Lock gate = new();
        private long since = time.GetTimestamp();
        private int written, leftOut;

        public bool MayWrite(out int before)
        {
            lock (gate)
            {
                before = 0;
                if (time.GetElapsedTime(since) > minute)
                {
                    (before, leftOut, written) = (leftOut, 0, 0);
                    since = time.GetTimestamp();
                }
                if (++written <= MostPerMinute)
                    return true;
                leftOut++;
                return false;
            }
        }
    }

    /// <summary>An entry's values, for structured logs, and its text.</summary>
    private sealed class Entry(string text, IReadOnlyList<KeyValuePair<string, object?>> values) : List<KeyValuePair<string, object?>>(values)
    {
        public string Text => text;

        public override string ToString() => text;

        public static Entry Of<TState>(TState state, string text) => state is IReadOnlyList<KeyValuePair<string, object?>> values
            ? new(LogText.Lines(Fill(values, text)), [.. values.Select(Clean)])
            : new(LogText.Lines(text), []);

        /// <summary>Returns the text with each value cleaned, so that a line break in a value cannot start a log line.</summary>
        private static string Fill(IReadOnlyList<KeyValuePair<string, object?>> values, string text)
        {
            foreach (var value in values)
                if (value is { Key: not OriginalFormat, Value: string { Length: > 0 } raw } && Clean(value).Value is string clean && !ReferenceEquals(clean, raw))
                    text = text.Replace(raw, clean, StringComparison.Ordinal);
            return text;
        }

        private const string OriginalFormat = "{OriginalFormat}", Multiline = "Text";

        private static KeyValuePair<string, object?> Clean(KeyValuePair<string, object?> value) => value switch
        {
            { Key: OriginalFormat } => value,
            // The text of a cell's error stream keeps its lines.
            { Key: Multiline, Value: string text } => new(value.Key, LogText.Lines(text)),
            { Value: string text } => new(value.Key, LogText.Value(text)),
            _ => value,
        };
    }
}
