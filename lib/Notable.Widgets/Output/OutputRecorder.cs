using System.Text.Json.Nodes;
using Notable.Display;

namespace Notable.Widgets;

/// <summary>
/// Passes recorded outputs on, at most every 50 ms: each time the whole list is sent, and a loop that prints would otherwise
/// send it for every line. Never passes them on in the thread that prints, which may hold the console's lock.
/// </summary>
internal sealed class OutputRecorder
{
    private static readonly TimeSpan pause = TimeSpan.FromMilliseconds(50);
    private readonly Action<IReadOnlyList<JsonObject>> handOn;
    private readonly Lock order = new();
    private int isScheduled;

    public OutputRecorder(Action<IReadOnlyList<JsonObject>> handOn)
    {
        this.handOn = handOn;
        Target = new RecordingTarget();
        Target.Changed += _ => Schedule();
    }

    /// <summary>Receives what is shown.</summary>
    public RecordingTarget Target { get; }

    /// <summary>Passes everything on now.</summary>
    public void Flush()
    {
        lock (order)
        {
            var outputs = Target.Outputs;
            JsonObject[] shown = [.. outputs.Select(output => output!.AsObject())];
            outputs.Clear();
            handOn(shown);
        }
    }

    private void Schedule()
    {
        if (Interlocked.Exchange(ref isScheduled, 1) == 0)
            _ = FlushLaterAsync();
    }

    private async Task FlushLaterAsync()
    {
        await Task.Delay(pause).ConfigureAwait(false);
        Volatile.Write(ref isScheduled, 0);
        Flush();
    }
}
