using System.Text.Json.Nodes;
using System.Threading.Channels;
using Notable.Kernel.Hosting;
using Notable.Kernel.Jupyter.Requests;
using Notable.Kernel.Protocol;
using Notable.Kernel.Scripting;
using Notable.Kernel.Transport;

namespace Notable.Kernel.Jupyter;

/// <summary>A Jupyter kernel for C#: one session and any number of front ends.</summary>
public sealed class JupyterKernel
{
    private static readonly TimeSpan patience = TimeSpan.FromMilliseconds(500);

    /// <summary>The pause that indicates a person typing. A program that runs a notebook makes none.</summary>
    private static readonly TimeSpan pause = TimeSpan.FromSeconds(2);
    private readonly IKernelTransport transport;
    private readonly WireFormat format;
    private readonly MessageSender sender;
    private readonly Questions questions;
    private readonly RequestOrder order = new();
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lazy<NotebookKernels> kernels;
    private readonly Channel<JupyterRequest> shell = Channel.CreateUnbounded<JupyterRequest>();
    private readonly Channel<JupyterRequest> control = Channel.CreateUnbounded<JupyterRequest>();
    private long lastIdle = Environment.TickCount64;
    private int underWay;

    internal JupyterKernel(IKernelTransport transport, byte[] key, Func<ScriptEnvironment> environment, TimeProvider? time = null)
    {
        this.transport = transport;
        format = new WireFormat(new MessageSigner(key), time ?? TimeProvider.System);
        sender = new MessageSender(transport, format);
        questions = new Questions(sender);
        // Created for the first cell, so that the kernel answers kernel_info_request at once.
        kernels = new(() => new NotebookKernels(new InteractiveSession(environment(), new KernelComms(sender), time)));
        transport.Received += Receive;
    }

    /// <summary>Listens as the connection file says, until a front end shuts the kernel down.</summary>
    /// <param name="file">The addresses and the key.</param>
    /// <param name="environment">Returns the references and imports of cells. Called once, when the kernel already answers.</param>
    /// <param name="cancellationToken">Stops the kernel.</param>
    /// <exception cref="ZmqException">A port is in use, or the address is not this machine's.</exception>
    public static async Task RunAsync(ConnectionFile file, Func<ScriptEnvironment> environment, CancellationToken cancellationToken = default)
    {
        using var transport = new ZmqTransport(file);
        var kernel = new JupyterKernel(transport, file.KeyBytes, environment);
        transport.Start();
        await kernel.ServeAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Handles messages until the kernel is told to shut down.</summary>
    internal async Task ServeAsync(CancellationToken cancellationToken)
    {
        sender.Publish(new OutgoingMessage("status", new JsonObject { ["execution_state"] = "starting" }, null));
        KernelInfoHandler info = new();
        ShutdownHandler shutdown = new(sender, ended);
        InputHistory history = new();
        _ = Task.Run(WarmUpAsync, CancellationToken.None);
        Task[] loops =
        [
            ServeAsync(shell, new RequestServer(sender,
            [
                info, shutdown, new ExecuteHandler(kernels, sender, order, history, questions), new CompleteHandler(kernels), new InspectHandler(kernels), new IsCompleteHandler(),
                new HistoryHandler(history), new CommHandler(kernels, sender), new CommInfoHandler(kernels),
            ])),
            ServeAsync(control, new RequestServer(sender, [info, shutdown, new InterruptHandler(kernels)])),
        ];
        await Task.WhenAny([ended.Task, ParentProcessWatcher.UntilGoneAsync(cancellationToken), .. loops]).ConfigureAwait(false);
        if (kernels.IsValueCreated)
            kernels.Value.Interrupt();
        // A running cell still sends its end, for which the sockets must be open. A cell that cannot be stopped is not waited for.
        ended.TrySetResult();
        shell.Writer.TryComplete();
        control.Writer.TryComplete();
        await Task.WhenAny(Task.WhenAll(loops), Task.Delay(patience, CancellationToken.None)).ConfigureAwait(false);
    }

    /// <summary>
    /// Prepares for the first cell while the person still reads, and in the first pause for the first completion. The latter takes a
    /// second of CPU time and 30 MB, which notebooks that are only run do not need.
    /// </summary>
    private async Task WarmUpAsync()
    {
        await Task.Delay(TimeSpan.FromMilliseconds(50)).ConfigureAwait(false);
        await kernels.Value.WarmUpAsync().ConfigureAwait(false);
        while (Volatile.Read(ref underWay) > 0 || Environment.TickCount64 - Volatile.Read(ref lastIdle) < pause.TotalMilliseconds)
            if (await Task.WhenAny(ended.Task, Task.Delay(pause / 4)).ConfigureAwait(false) == ended.Task)
                return;
        await kernels.Value.Session.WarmUpCompletionAsync().ConfigureAwait(false);
    }

    private async Task ServeAsync(Channel<JupyterRequest> requests, RequestServer server)
    {
        // Continues on the thread pool, so that the caller is not delayed.
        await Task.Yield();
        await foreach (var request in requests.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            Interlocked.Increment(ref underWay);
            await server.ServeAsync(request).ConfigureAwait(false);
            Volatile.Write(ref lastIdle, Environment.TickCount64);
            Interlocked.Decrement(ref underWay);
            if (ended.Task.IsCompleted)
                return;
        }
    }

    private void Receive(KernelChannel channel, IReadOnlyList<byte[]> frames)
    {
        if (format.Read(channel, frames, order.Next()) is not { } request)
            return;
        if (channel == KernelChannel.Shell)
            shell.Writer.TryWrite(request);
        else if (channel == KernelChannel.Control)
            control.Writer.TryWrite(request);
        else
            questions.Receive(request);
    }
}
