using System.Threading.Channels;
using System.Text.Json.Nodes;
using Notable.Kernel.Jupyter.Requests;
using Notable.Kernel.Polyglot;
using Notable.Kernel.Protocol;
using Notable.Kernel.Scripting;
using Notable.Kernel.Transport;

namespace Notable.Kernel.Jupyter;

/// <summary>A Jupyter kernel for C#: one session, and any number of front ends that talk with it.</summary>
public sealed class JupyterKernel
{
    private static readonly TimeSpan patience = TimeSpan.FromMilliseconds(500);

    /// <summary>A person who types makes such pauses; a program that runs a notebook from top to bottom makes none.</summary>
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
        format = new WireFormat(new Signer(key), time ?? TimeProvider.System);
        sender = new MessageSender(transport, format);
        questions = new Questions(sender);
        // Made when the first cell comes, so that the kernel answers who it is at once.
        kernels = new(() => new NotebookKernels(new InteractiveSession(environment(), new KernelComms(sender), time)));
        transport.Received += Receive;
    }

    /// <summary>Listens where the file says, until a front end has it shut down.</summary>
    /// <param name="file">Where to listen, and the key.</param>
    /// <param name="environment">What cells see; asked for once, after the kernel answers.</param>
    /// <param name="cancellationToken">Ends the kernel.</param>
    /// <exception cref="ZmqException">It cannot listen there.</exception>
    public static async Task RunAsync(ConnectionFile file, Func<ScriptEnvironment> environment, CancellationToken cancellationToken = default)
    {
        using var transport = new ZmqTransport(file);
        var kernel = new JupyterKernel(transport, file.KeyBytes, environment);
        transport.Start();
        await kernel.ServeAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Serves what comes until it is told to shut down.</summary>
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
        await Task.WhenAny([ended.Task, ParentWatch.UntilGoneAsync(cancellationToken), .. loops]).ConfigureAwait(false);
        if (kernels.IsValueCreated)
            kernels.Value.Interrupt();
        // What is under way still has a word to say, for which the sockets must be there; what cannot be stopped is not waited for.
        ended.TrySetResult();
        shell.Writer.TryComplete();
        control.Writer.TryComplete();
        await Task.WhenAny(Task.WhenAll(loops), Task.Delay(patience, CancellationToken.None)).ConfigureAwait(false);
    }

    /// <summary>
    /// Gets ready what the first cell needs, while the person still reads; and in the first pause what the first completion needs: it takes
    /// a second of a processor and 30 MB, which notebooks that are only run have no use for.
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
        // A thread of the pool from here on: whoever starts the kernel goes on.
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
