using Benchmarks.App;

namespace Benchmarks.Attack;

/// <summary>One attacker: an address, and what it holds.</summary>
internal sealed class Attacker : IDisposable
{
    private readonly List<AppVisitor> kept = [];
    private readonly Random random;

    public Attacker(int number)
    {
        Address = $"203.0.113.{number}";
        random = new Random(number);
        Http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { Timeout = TimeSpan.FromSeconds(60) };
    }

    /// <summary>From the addresses for documentation (RFC 5737).</summary>
    public string Address { get; }

    public HttpClient Http { get; }

    public int Rounds { get; private set; }

    /// <summary>How many of the rounds the app ended.</summary>
    public int Refused { get; private set; }

    public string LastRefusal { get; private set; } = "nothing";

    public int Next(int below) => random.Next(below);

    /// <summary>Stays until the end.</summary>
    public void Keep(AppVisitor visitor) => kept.Add(visitor);

    /// <summary>Attacks until it is stopped.</summary>
    public async Task RunAsync(Func<Attacker, CancellationToken, Task> round, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await round(this, stop).WaitAsync(stop);
            }
            catch (Exception error) when (error is HttpRequestException or System.Net.WebSockets.WebSocketException or IOException
                or System.Net.Sockets.SocketException or InvalidOperationException or OperationCanceledException)
            {
                // The app defends itself.
                (Refused, LastRefusal) = (Refused + 1, error.Message);
                await Task.Delay(20, CancellationToken.None);
            }
            Rounds++;
        }
    }

    public void Dispose()
    {
        foreach (var visitor in kept)
            visitor.Dispose();
        Http.Dispose();
    }
}
