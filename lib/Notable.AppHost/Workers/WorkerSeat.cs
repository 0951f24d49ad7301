using System.Globalization;

namespace Notable.AppHost.Workers;

/// <summary>What a worker process is told by its supervisor, in one environment variable.</summary>
/// <param name="Number">The worker's number, from 1; the ids of its sessions begin with it.</param>
/// <param name="Socket">The listening socket that all workers share.</param>
/// <param name="Reports">The pipe that takes the worker's <see cref="WorkerReport"/>s, by the name that .NET gives it.</param>
/// <param name="Deaths">How many workers died before this one.</param>
/// <param name="LastDeath">How the last of them ended; empty if none died.</param>
/// <param name="Folder">Where each worker has a socket of its own, for what another one passes on.</param>
internal sealed record WorkerSeat(int Number, int Socket, string Reports, int Deaths, string LastDeath, string Folder)
{
    private const string Variable = "NOTABLE_APP_WORKER";

    /// <summary>What this process was told; null where it is no worker.</summary>
    public static WorkerSeat? OfThisProcess { get; } = Environment.GetEnvironmentVariable(Variable) is { } text ? Parse(text) : null;

    /// <summary>The socket of a worker of the same supervisor.</summary>
    public string PrivateSocket(int number) => Path.Combine(Folder, $"{number}.sock");

    public void WriteTo(IDictionary<string, string?> environment) => environment[Variable] = string.Create(
        CultureInfo.InvariantCulture, $"{Number};{Socket};{Reports};{Deaths};{LastDeath.Replace(';', ',')};{Folder}");

    private static WorkerSeat Parse(string text)
    {
        var parts = text.Split(';', 6);
        return new(Number(parts[0]), Number(parts[1]), parts[2], Number(parts[3]), parts[4], parts[5]);

        static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
    }
}
