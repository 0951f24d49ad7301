using System.Text.Json.Nodes;
using Notable.Display;

namespace Notable.Widgets;

/// <summary>
/// Shows what code prints and displays: <c>using (output.Capture()) { ... }</c>. It is written from here (not by the front
/// end's hooks on messages), so it works in every host and for handlers that run at the same time.
/// </summary>
public sealed class Output : DOMWidget
{
    private static readonly WidgetAttribute<string> msgId = Attributes.Text("msg_id");
    private static readonly WidgetAttribute<IReadOnlyList<JsonObject>> outputs = Attributes.Objects("outputs");
    private static readonly WidgetModel model = new(
        ModelName.Output("OutputModel"),
        ModelName.Output("OutputView"),
        [.. DomAttributes, msgId, outputs]);
    private readonly OutputRecorder recorder;

    /// <summary>An empty output.</summary>
    public Output()
        : base(model) => recorder = new OutputRecorder(shown => Set(outputs, shown));

    /// <summary>The message that a front end diverts into this widget; left empty by <see cref="Capture"/>.</summary>
    public string MsgId { get => Get(msgId); set => Set(msgId, value); }

    /// <summary>What is shown, as nbformat outputs.</summary>
    public IReadOnlyList<JsonObject> Outputs
    {
        get
        {
            recorder.Flush();
            return Get(outputs);
        }
    }

    /// <summary>
    /// Sends all that this flow of execution prints and displays here, until the result is disposed. Text printed in quick
    /// succession reaches the front end together, at the latest when the capture ends.
    /// </summary>
    public IDisposable Capture()
    {
        var use = DisplayTarget.Use(recorder.Target);
        return new Ending(() =>
        {
            use.Dispose();
            recorder.Flush();
        });
    }

    /// <summary>Removes all that is shown.</summary>
    public void Clear()
    {
        recorder.Target.Clear(wait: false);
        recorder.Flush();
    }

    private sealed class Ending(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
