using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Notable.AppHost.Workers;

/// <summary>A worker's sockets: the supervisor's listening socket until it is drained, and a private one for the other workers.</summary>
internal sealed class WorkerListener(WorkerSettings settings)
{
    private readonly Socket socket = SharedSocket.Inherit(settings.Socket);
    private readonly Lock gate = new();
    private InheritedListener? listener;
    private OtherWorkers? others;
    private bool isOpen;
    private int? successor;

    public WorkerSettings Settings => settings;

    /// <summary>Whether another worker accepts new visitors.</summary>
    public bool IsDrained => successor is not null;

    public void AddTo(IServiceCollection services)
    {
        services.AddHttpForwarder();
        services.AddSingleton<IConnectionListenerFactory>(all => Made(new InheritedListener(socket, all.GetRequiredService<ILoggerFactory>())));
    }

    public void Configure(KestrelServerOptions kestrel, Action<ListenOptions> limit)
    {
        kestrel.ListenHandle((ulong)settings.Socket, limit);
        kestrel.ListenUnixSocket(settings.PrivateSocket(settings.Number));
    }

    /// <summary>Passes the successor to <paramref name="workers"/> when there is one.</summary>
    public void Follow(OtherWorkers workers)
    {
        lock (gate)
        {
            others = workers;
            others.Successor = successor;
        }
    }

    /// <summary>Starts accepting connections. May be called before the server is built.</summary>
    public void Open()
    {
        lock (gate)
        {
            isOpen = true;
            listener?.Open();
        }
    }

    /// <summary>Accepts no more connections; new visitors on existing ones are forwarded to <paramref name="number"/>.</summary>
    public void Drain(int number)
    {
        lock (gate)
        {
            successor = number;
            others?.Successor = number;
            listener?.Close();
        }
    }


    private InheritedListener Made(InheritedListener made)
    {
        lock (gate)
        {
            listener = made;
            if (isOpen)
                made.Open();
            if (successor is not null)
                made.Close();
        }
        return made;
    }
}
