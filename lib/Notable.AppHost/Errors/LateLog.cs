using Microsoft.Extensions.Logging;

namespace Notable.AppHost.Errors;

/// <summary>A log that is set up when the first entry is written. A supervisor rarely logs anything, and this way starts its worker sooner.</summary>
/// <param name="options">The options, which configure logging.</param>
/// <param name="name">The category of the entries.</param>
internal sealed class LateLog(AppOptions options, string name) : ILogger, IDisposable
{
    private readonly Lazy<(ILoggerFactory Factory, ILogger Log)> created = new(() =>
    {
        var factory = LoggerFactory.Create(logging => HostLog.SetUp(logging, options));
        return (factory, HostLog.Create(factory, TimeProvider.System, name));
    });

    public bool IsEnabled(LogLevel logLevel) => created.Value.Log.IsEnabled(logLevel);

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => created.Value.Log.BeginScope(state);

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        created.Value.Log.Log(logLevel, eventId, state, exception, formatter);

    public void Dispose()
    {
        if (created.IsValueCreated)
            created.Value.Factory.Dispose();
    }
}
