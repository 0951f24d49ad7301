using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Threading.Channels;
using Notable.Kernel.Jupyter;
using Notable.Kernel.Protocol;
using Notable.Kernel.Scripting;
using Notable.Kernel.Transport;

namespace Notable.Kernel.Tests.Jupyter;

/// <summary>A front end in the same process: it sends requests and writes down all that comes.</summary>
internal sealed partial class RecordedTransport : IKernelTransport
{
    private static readonly byte[] key = "test"u8.ToArray();
    private readonly WireFormat format = new(new MessageSigner(key), TimeProvider.System);
    private readonly Channel<(KernelChannel Channel, JupyterRequest Message)> sent = Channel.CreateUnbounded<(KernelChannel, JupyterRequest)>();
    private readonly Dictionary<string, string> names = [];

    public event Action<KernelChannel, IReadOnlyList<byte[]>>? Received;

    public List<string> Lines { get; } = [];

    public static (RecordedTransport Transport, Task Ended) Start(CancellationToken cancellationToken)
    {
        var transport = new RecordedTransport();
        var kernel = new JupyterKernel(transport, key, () => ScriptEnvironment.Default);
        return (transport, kernel.ServeAsync(cancellationToken));
    }

    public void Send(KernelChannel channel, IReadOnlyList<ReadOnlyMemory<byte>> frames) =>
        sent.Writer.TryWrite((channel, format.Read(channel, [.. frames.Select(frame => frame.ToArray())])!));

    /// <summary>Sends a request and writes down everything up to idle and the reply, if it has one.</summary>
    public async Task AskAsync(string type, JsonObject content, KernelChannel channel = KernelChannel.Shell, bool hasReply = true, Action<JupyterRequest>? watch = null)
    {
        Lines.Add($"> {channel} {type} {Stable(content)}");
        Deliver(channel, type, content);
        for (var (isIdle, isAnswered) = (false, !hasReply); !isIdle || !isAnswered;)
        {
            var (from, message) = await sent.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(60));
            watch?.Invoke(message);
            // What a widget's state is, is told by the widgets' own tests.
            if (message.Header.Type == "comm_open")
                message.Content["data"] = new JsonObject { ["state"] = message.Content["data"]!["state"]!["_model_name"]!.DeepClone() };
            Lines.Add($"< {from} {message.Header.Type} {Stable(message.Content)}{(message.Metadata.Count > 0 ? $" {message.Metadata.ToJsonString()}" : "")}");
            isIdle |= (string?)message.Content["execution_state"] == "idle";
            isAnswered |= from == channel;
        }
    }

    public void Deliver(KernelChannel channel, string type, JsonObject content) =>
        Received?.Invoke(channel, [.. format.Write(new OutgoingMessage(type, content, null), ["peer"u8.ToArray()]).Select(frame => frame.ToArray())]);

    /// <summary>Names that are new at every run become numbers.</summary>
    private string Stable(JsonObject content) => Fresh().Replace(content.ToJsonString(), found =>
    {
        if (!names.TryGetValue(found.Value, out var name))
            names[found.Value] = name = $"id-{names.Count + 1}";
        return name;
    });

    [GeneratedRegex("[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Fresh();
}
