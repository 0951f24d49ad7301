using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Notable.AppHost.Tests;

/// <summary>Keeps what the host writes into its log.</summary>
public sealed class LogRecorder : ILoggerProvider
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text, Exception? Error)> entries = new();

    public IReadOnlyCollection<(LogLevel Level, string Text, Exception? Error)> Entries => entries;

    public ILogger CreateLogger(string categoryName) => new Recorder(this);

    public void Dispose()
    {
    }

    private sealed class Recorder(LogRecorder owner) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            owner.entries.Enqueue((logLevel, formatter(state, exception), exception));
    }
}
