using System.Diagnostics;
using Benchmarks.App;

namespace Benchmarks.Attack;

/// <summary>People who show the app a photo now and then, each from an address of their own.</summary>
internal sealed class HonestVisitors : IDisposable
{
    private static readonly TimeSpan pause = TimeSpan.FromSeconds(2);
    private readonly AppVisitor[] visitors;
    private readonly HttpClient http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 256 }) { Timeout = TimeSpan.FromSeconds(120) };
    private readonly byte[] photo;

    public HonestVisitors(Uri app, byte[] photo, int count)
    {
        this.photo = photo;
        visitors = Task.WhenAll(Enumerable.Range(1, count).Select(i => AppVisitor.ComeAsync(http, app, $"198.51.100.{i}"))).GetAwaiter().GetResult();
    }

    /// <summary>Visitors whose page was lost, or whose photo got no answer.</summary>
    public int Lost { get; private set; }

    /// <summary>Lets all ask until the time is over; gives how long each answer took, in seconds.</summary>
    public async Task<List<double>> AskAsync(TimeSpan duration)
    {
        var times = new List<double>();
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(visitors.Select(async (visitor, i) =>
        {
            await Task.Delay(pause * i / visitors.Length);
            while (Stopwatch.GetElapsedTime(started) < duration)
                try
                {
                    var asked = Stopwatch.GetTimestamp();
                    var heard = await visitor.AskAsync("photo.jpg", photo);
                    var isAnswered = heard.Contains("sure", StringComparison.Ordinal) || heard.Contains("neither", StringComparison.Ordinal);
                    lock (times)
                    {
                        times.Add(Stopwatch.GetElapsedTime(asked).TotalSeconds);
                        Lost += isAnswered ? 0 : 1;
                    }
                    await Task.Delay(pause);
                }
                catch (Exception error) when (error is HttpRequestException or System.Net.WebSockets.WebSocketException or InvalidOperationException or OperationCanceledException)
                {
                    Console.Error.WriteLine($"bench: an honest visitor was lost: {error.Message}");
                    lock (times)
                        Lost++;
                    return;
                }
        }));
        return times;
    }

    public void Dispose()
    {
        foreach (var visitor in visitors)
            visitor.Dispose();
        http.Dispose();
    }
}
