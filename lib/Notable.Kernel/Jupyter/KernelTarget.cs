using System.Text;
using System.Text.Json.Nodes;
using Notable.Display;
using Notable.Kernel.Protocol;

namespace Notable.Kernel.Jupyter;

/// <summary>
/// Sends what a request's code displays to all front ends. Text is collected for 50 ms, so that a loop that prints does not send
/// one message per line.
/// </summary>
internal sealed class KernelTarget(MessageSender sender, JupyterRequest parent) : IDisplayTarget
{
    private const int MaxGathered = 64 * 1024;
    private static readonly TimeSpan pause = TimeSpan.FromMilliseconds(50);
    private readonly Lock gate = new();
    private readonly StringBuilder text = new();
    private OutputStream stream;
    private bool isScheduled;

    public bool IsInteractive => true;

    public void Display(MimeBundle bundle, string displayId) => Publish("display_data", Shown(bundle, displayId));

    public void Update(string displayId, MimeBundle bundle) => Publish("update_display_data", Shown(bundle, displayId));

    public void Write(OutputStream to, string written)
    {
        lock (gate)
        {
            if (to != stream)
                FlushLocked();
            stream = to;
            text.Append(written);
            if (text.Length > MaxGathered)
                FlushLocked();
            else if (!isScheduled && text.Length > 0)
            {
                isScheduled = true;
                _ = FlushLaterAsync();
            }
        }
    }

    public void Clear(bool wait) => Publish("clear_output", new JsonObject { ["wait"] = wait });

    /// <summary>Publishes a message, after the collected text.</summary>
    public void Publish(string type, JsonObject content)
    {
        lock (gate)
        {
            FlushLocked();
            sender.Publish(new OutgoingMessage(type, content, parent));
        }
    }

    /// <summary>Publishes the collected text.</summary>
    public void Flush()
    {
        lock (gate)
            FlushLocked();
    }

    private void FlushLocked()
    {
        if (text.Length == 0)
            return;
        var name = stream == OutputStream.Out ? "stdout" : "stderr";
        sender.Publish(new OutgoingMessage("stream", new JsonObject { ["name"] = name, ["text"] = text.ToString() }, parent));
        text.Clear();
    }

    private async Task FlushLaterAsync()
    {
        await Task.Delay(pause).ConfigureAwait(false);
        lock (gate)
        {
            isScheduled = false;
            FlushLocked();
        }
    }

    private static JsonObject Shown(MimeBundle bundle, string displayId) => new()
    {
        ["data"] = bundle.Data(),
        ["metadata"] = bundle.Metadata(),
        ["transient"] = new JsonObject { ["display_id"] = displayId },
    };
}
