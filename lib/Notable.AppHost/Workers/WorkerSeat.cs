using System.Globalization;

namespace Notable.AppHost.Workers;

/// <summary>What a worker process is told by its supervisor, in one environment variable.</summary>
/// <param name="Number">The worker's number, from 1; the ids of its sessions begin with it.</param>
/// <param name="Socket">The listening socket that all workers share.</param>
/// <param name="Reports">The pipe that takes the worker's <see cref="WorkerReport"/>s, by the name that .NET gives it.</param>
/// <param name="Folder">Where each worker has a socket of its own, for what another one passes on.</param>
internal sealed record WorkerSeat(int Number, int Socket, string Reports, string Folder)
{
    private const string Variable = "NOTABLE_APP_WORKER";

    /// <summary>What this process was told; null where it is no worker.</summary>
    public static WorkerSeat? OfThisProcess { get; } = Environment.GetEnvironmentVariable(Variable) is { } text ? Parse(text) : null;

    /// <summary>The socket of a worker of the same supervisor.</summary>
    public string PrivateSocket(int number) => Path.Combine(Folder, $"{number}.sock");

    public void WriteTo(IDictionary<string, string?> environment) =>
        environment[Variable] = string.Create(CultureInfo.InvariantCulture, $"{Number};{Socket};{Reports};{Folder}");

    private static WorkerSeat Parse(string text)
    {
        var parts = text.Split(';', 4);
        return new(int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture), parts[2], parts[3]);
    }
}
