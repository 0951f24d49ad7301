using System.Globalization;

namespace Notable.AppHost.Workers;

/// <summary>The settings that a supervisor passes to its worker, in one environment variable.</summary>
/// <param name="Number">The worker's number, from 1; the ids of its sessions begin with it.</param>
/// <param name="Socket">The listening socket that all workers share.</param>
/// <param name="Reports">The handle of the pipe for the worker's <see cref="WorkerReport"/>s.</param>
/// <param name="Deaths">The number of workers that died before this one.</param>
/// <param name="LastDeath">How the last of them ended; empty if none died.</param>
/// <param name="Folder">The folder of the workers' private sockets, for forwarded requests.</param>
internal sealed record WorkerSettings(int Number, int Socket, string Reports, int Deaths, string LastDeath, string Folder)
{
    private const string Variable = "NOTABLE_APP_WORKER";

    /// <summary>The settings of this process; null if it is not a worker.</summary>
    public static WorkerSettings? OfThisProcess { get; } = Environment.GetEnvironmentVariable(Variable) is { } text ? Parse(text) : null;

    /// <summary>Returns the private socket of a worker.</summary>
    public string PrivateSocket(int number) => Path.Combine(Folder, $"{number}.sock");

    public void WriteTo(IDictionary<string, string?> environment) => environment[Variable] = string.Create(
        CultureInfo.InvariantCulture, $"{Number};{Socket};{Reports};{Deaths};{LastDeath.Replace(';', ',')};{Folder}");

    private static WorkerSettings Parse(string text)
    {
        var parts = text.Split(';', 6);
        return new(Number(parts[0]), Number(parts[1]), parts[2], Number(parts[3]), parts[4], parts[5]);

        static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
    }
}
