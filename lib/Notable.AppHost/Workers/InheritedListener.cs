using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging;

namespace Notable.AppHost.Workers;

/// <summary>Accepts connections from the supervisor's listening socket, from <see cref="Open"/> until <see cref="Close"/>.</summary>
internal sealed class InheritedListener(Socket listening, ILoggerFactory logs)
    : IConnectionListenerFactory, IConnectionListenerFactorySelector, IConnectionListener
{
    private readonly SocketConnectionContextFactory connections = new(new(), logs.CreateLogger<SocketConnectionContextFactory>());
    private readonly TaskCompletionSource opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource unbound = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource closed = new();

    public EndPoint EndPoint { get; } = listening.LocalEndPoint!;

    /// <summary>Starts accepting connections.</summary>
    public void Open() => opened.TrySetResult();

    /// <summary>Accepts no more connections; existing ones stay open.</summary>
    public void Close() => closed.Cancel();

    bool IConnectionListenerFactorySelector.CanBind(EndPoint endpoint) => endpoint is FileHandleEndPoint;

    ValueTask<IConnectionListener> IConnectionListenerFactory.BindAsync(EndPoint endpoint, CancellationToken cancellationToken) => new(this);

    async ValueTask<ConnectionContext?> IConnectionListener.AcceptAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAny(opened.Task, unbound.Task).ConfigureAwait(false);
        while (!closed.IsCancellationRequested)
            try
            {
                var socket = await listening.AcceptAsync(closed.Token).ConfigureAwait(false);
                socket.NoDelay = true;
                return connections.Create(socket);
            }
            catch (OperationCanceledException)
            {
                break;
            }
            catch (SocketException)
            {
                // The client was gone before the connection was accepted.
            }
        // Kestrel would stop the server if its listener ended.
        await unbound.Task.ConfigureAwait(false);
        return null;
    }

    ValueTask IConnectionListener.UnbindAsync(CancellationToken cancellationToken)
    {
        closed.Cancel();
        unbound.TrySetResult();
        return ValueTask.CompletedTask;
    }

    ValueTask IAsyncDisposable.DisposeAsync()
    {
        connections.Dispose();
        closed.Dispose();
        return ValueTask.CompletedTask;
    }
}
