using System.Text.Json.Nodes;

namespace Notable.Display;

/// <summary>
/// Records what is displayed as the outputs of a notebook cell (nbformat 4.5). Consecutive text of a stream is one output, an
/// update replaces all outputs with its display id, and the size is limited. Thread-safe.
/// </summary>
public sealed class RecordingTarget(RecordingLimits? limits = null) : IDisplayTarget
{
    private readonly RecordingLimits limits = limits ?? new RecordingLimits();
    private readonly List<RecordedOutput> outputs = [];
    private readonly Lock gate = new();
    private int streamCharacters;
    private bool clearPending;
    private bool noteGiven;

    /// <summary>
    /// Raised for each change, in order, while the target is locked. Handlers should return quickly, for example after adding the change to a queue.
    /// </summary>
    public event Action<OutputChange>? Changed;

    /// <inheritdoc/>
    public bool IsInteractive => true;

    /// <summary>A copy of the outputs recorded so far.</summary>
    public JsonArray Outputs
    {
        get
        {
            lock (gate)
                return [.. outputs.Select(output => output.ToJson())];
        }
    }

    /// <inheritdoc/>
    public void Display(MimeBundle bundle, string displayId) => Add(new DisplayOutput(bundle, displayId));

    /// <summary>Records a cell's value (nbformat's <c>execute_result</c>).</summary>
    public void Result(MimeBundle bundle, int executionCount) => Add(new ResultOutput(bundle, executionCount));

    /// <summary>Records an error. It is kept even if the limits are reached.</summary>
    /// <param name="name">The exception's type name.</param>
    /// <param name="message">Its message.</param>
    /// <param name="traceback">Lines for the author; may be empty.</param>
    public void Error(string name, string message, IReadOnlyList<string> traceback)
    {
        lock (gate)
        {
            ClearIfPending();
            Append(new ErrorOutput(name, message, traceback));
        }
    }

    /// <inheritdoc/>
    public void Update(string displayId, MimeBundle bundle)
    {
        lock (gate)
            for (var i = 0; i < outputs.Count; i++)
                if (outputs[i] is DisplayOutput shown && shown.DisplayId == displayId)
                {
                    outputs[i] = shown with { Bundle = bundle };
                    Changed?.Invoke(new OutputChange(OutputChangeKind.Replaced, i, outputs[i].ToJson(), displayId));
                }
    }

    /// <inheritdoc/>
    public void Write(OutputStream stream, string text)
    {
        if (text.Length == 0)
            return;
        lock (gate)
        {
            ClearIfPending();
            var room = limits.MaxStreamCharacters - streamCharacters;
            var kept = text.Length <= room ? text : text[..room];
            streamCharacters += kept.Length;
            if (kept.Length > 0)
                AppendText(stream, kept);
            if (kept.Length < text.Length)
                NoteOnce($"\n[output cut: more than {limits.MaxStreamCharacters} characters]\n");
        }
    }

    /// <inheritdoc/>
    public void Clear(bool wait)
    {
        lock (gate)
        {
            clearPending = true;
            if (!wait)
                ClearIfPending();
        }
    }

    private void Add(RecordedOutput output)
    {
        lock (gate)
        {
            ClearIfPending();
            if (outputs.Count < limits.MaxOutputs)
                Append(output);
            else
                NoteOnce($"\n[output cut: more than {limits.MaxOutputs} outputs]\n");
        }
    }

    private void AppendText(OutputStream stream, string text)
    {
        if (outputs is [.., StreamOutput last] && last.Stream == stream)
        {
            last.Text.Append(text);
            Changed?.Invoke(new OutputChange(OutputChangeKind.Appended, outputs.Count - 1, StreamOutput.ToJson(stream, text), null));
        }
        else if (outputs.Count < limits.MaxOutputs)
        {
            Append(new StreamOutput(stream, text));
        }
        else
        {
            NoteOnce($"\n[output cut: more than {limits.MaxOutputs} outputs]\n");
        }
    }

    private void NoteOnce(string note)
    {
        if (noteGiven)
            return;
        noteGiven = true;
        if (outputs is [.., StreamOutput { Stream: OutputStream.Error }])
            AppendText(OutputStream.Error, note);
        else
            Append(new StreamOutput(OutputStream.Error, note));
    }

    private void Append(RecordedOutput output)
    {
        outputs.Add(output);
        Changed?.Invoke(new OutputChange(
            OutputChangeKind.Added, outputs.Count - 1, output.ToJson(), (output as DisplayOutput)?.DisplayId));
    }

    private void ClearIfPending()
    {
        if (!clearPending)
            return;
        clearPending = noteGiven = false;
        streamCharacters = 0;
        outputs.Clear();
        Changed?.Invoke(new OutputChange(OutputChangeKind.Cleared, -1, null, null));
    }
}
