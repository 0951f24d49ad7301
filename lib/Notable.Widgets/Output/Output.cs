using System.Text.Json.Nodes;
using Notable.Display;

namespace Notable.Widgets;

public partial class Output
{
    private OutputRecorder? recorder;
    private int reportedErrors;

    /// <summary>The outputs shown, in nbformat.</summary>
    public IReadOnlyList<JsonObject> Outputs
    {
        get
        {
            Recorder.Flush();
            return Get(outputs);
        }
    }

    /// <summary>
    /// Redirects everything that this execution context prints and displays to this widget, until the result is disposed:
    /// <c>using (output.Capture()) { ... }</c>. The widget writes the outputs itself, without the front end's message hooks, so it works
    /// in every host and for handlers that run at the same time. Text printed in quick succession is sent together, at the latest
    /// when the capture ends.
    /// </summary>
    public IDisposable Capture()
    {
        var use = DisplayTarget.Use(Recorder.Target);
        return new Ending(() =>
        {
            use.Dispose();
            Recorder.Flush();
        });
    }

    /// <summary>Removes all outputs.</summary>
    public void Clear()
    {
        Recorder.Target.Clear(wait: false);
        Recorder.Flush();
    }

    internal OutputRecorder Recorder =>
        LazyInitializer.EnsureInitialized(ref recorder, () => new OutputRecorder(Show));

    private void Show(IReadOnlyList<JsonObject> shown)
    {
        if (Manager.Trust.ErrorStream is { } errorStream)
        {
            var errors = string.Concat(shown.Where(IsErrorStream).Select(output => TextOf(output["text"])));
            if (errors.Length > reportedErrors)
                errorStream(errors[reportedErrors..]);
            reportedErrors = errors.Length;
            shown = [.. shown.Where(output => !IsErrorStream(output))];
        }
        Set(outputs, shown);
    }

    private static bool IsErrorStream(JsonObject output) => FrontEndJson.IsText(output["output_type"], "stream") && FrontEndJson.IsText(output["name"], "stderr");

    private static string TextOf(JsonNode? text) => text is JsonArray lines ? string.Concat(lines.Select(line => (string?)line)) : (string?)text ?? "";

    private sealed class Ending(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
