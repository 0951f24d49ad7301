using System.Text.Json.Nodes;

namespace Notable.Widgets;

public partial class FileUpload
{
    private readonly EventHandlers<UploadedFile> uploaded = new();
    private readonly EventHandlers<string> refused = new();
    private bool? keepFiles;

    /// <summary>The files of the last upload. Setting an empty list also clears the widget in the front end.</summary>
    public IReadOnlyList<UploadedFile> Value { get => Get(FileUpload.value); set => Set(FileUpload.value, [.. value]); }

    /// <summary>
    /// Whether <see cref="Value"/> keeps the files' bytes after the handlers of <see cref="OnChange(Func{UploadedFile, Task})"/>
    /// have run. True by default in a notebook; false in an app, where processed photos of thousands of visitors would fill the
    /// memory. Without such a handler the bytes are always kept.
    /// </summary>
    public bool KeepFiles { get => keepFiles ?? !Manager.Trust.ReleasesFiles; set => keepFiles = value; }

    /// <summary>
    /// Runs <paramref name="handler"/> for each uploaded file. It is awaited before the visitor's next message is handled.
    /// </summary>
    public void OnChange(Func<UploadedFile, Task> handler) => uploaded.Add(handler);

    /// <summary>Runs <paramref name="handler"/> for each uploaded file.</summary>
    public void OnChange(Action<UploadedFile> handler) => uploaded.Add(handler);

    /// <summary>Runs <paramref name="handler"/> with a message for the visitor when a file was refused because it is too large.</summary>
    public void OnRefused(Action<string> handler) => refused.Add(handler);

    /// <summary>
    /// Handles the page's message about a file that exceeds the host's limit and was not sent:
    /// <c>{"event": "refused", "size": bytes, "limit": bytes}</c>.
    /// </summary>
    /// <inheritdoc/>
    protected internal override async Task<bool> ReceiveCustomAsync(
        JsonObject content, IReadOnlyList<ReadOnlyMemory<byte>> buffers)
    {
        if (!FrontEndJson.IsText(content["event"], "refused"))
            return false;
        var (size, limit) = (FrontEndJson.Number(content["size"]), FrontEndJson.Number(content["limit"]));
        var sizes = FormattableString.Invariant($"it has {size / 1e6:0.0} MB, the limit is {limit / 1e6:0.#} MB");
        Error = $"This file is too large: {sizes}. Please choose a smaller one.";
        await refused.RunAsync(this, "refused", Error).ConfigureAwait(false);
        return true;
    }

    internal override bool Accepts(string attribute, object? value) =>
        base.Accepts(attribute, value) && (Multiple || value is not IReadOnlyList<UploadedFile> { Count: > 1 });

    /// <inheritdoc/>
    protected internal override async Task ChangedAsync(WidgetChange change)
    {
        if (change.Attribute != FileUpload.value.Name || !uploaded.Any)
            return;
        var files = (IReadOnlyList<UploadedFile>)change.NewValue!;
        Error = "";
        try
        {
            foreach (var file in files)
                await uploaded.RunAsync(this, "value", file).ConfigureAwait(false);
        }
        finally
        {
            if (!KeepFiles)
                ReleaseBytes(files);
        }
    }

    /// <summary>Releases the bytes without sending anything, since the front end already has the list.</summary>
    private void ReleaseBytes(IReadOnlyList<UploadedFile> files)
    {
        IReadOnlyList<UploadedFile> released = [.. files.Select(file => file with { Content = default })];
        lock (Manager.Gate)
            if (ReferenceEquals(Value, files))
                State.Set(Model.IndexOf(FileUpload.value.Name), released);
    }
}
