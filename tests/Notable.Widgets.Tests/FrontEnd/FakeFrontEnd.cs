using System.Text.Json.Nodes;

namespace Notable.Widgets.Tests;

/// <summary>Keeps what the kernel's side sends, and sends what a front end would.</summary>
internal sealed class FakeFrontEnd : ICommChannel
{
    private readonly Lock gate = new();
    private readonly List<CommMessage> messages = [];

    public FakeFrontEnd()
    {
        Manager = new WidgetManager(this);
        Manager.Refused += Refused.Add;
    }

    public WidgetManager Manager { get; }

    public List<RefusedMessage> Refused { get; } = [];

    public IReadOnlyList<CommMessage> Messages
    {
        get
        {
            lock (gate)
                return [.. messages];
        }
    }

    public void Send(CommMessage message)
    {
        lock (gate)
            messages.Add(message);
    }

    /// <summary>The messages since the last call.</summary>
    public IReadOnlyList<CommMessage> Take()
    {
        lock (gate)
        {
            CommMessage[] taken = [.. messages];
            messages.Clear();
            return taken;
        }
    }

    /// <summary>Makes and shows a widget as a cell would, and forgets the messages about it.</summary>
    public T Show<T>(Func<T> make)
        where T : Widget
    {
        using var use = WidgetManager.Use(Manager);
        var widget = make();
        widget.ToMimeBundle();
        Take();
        return widget;
    }

    public Task UpdateAsync(Widget widget, JsonObject state) => UpdateAsync(widget, state, [], []);

    public Task UpdateAsync(Widget widget, JsonObject state, JsonArray paths, params ReadOnlyMemory<byte>[] buffers) =>
        SendAsync(widget.ModelId, new JsonObject { ["method"] = "update", ["state"] = state, ["buffer_paths"] = paths }, buffers);

    public Task CustomAsync(Widget widget, JsonObject content) =>
        SendAsync(widget.ModelId, new JsonObject { ["method"] = "custom", ["content"] = content });

    public Task SendAsync(string commId, JsonObject data, params ReadOnlyMemory<byte>[] buffers) =>
        SendAsync(new CommMessage(CommKind.Message, commId, null, data, [], buffers));

    public Task SendAsync(CommMessage message) => Manager.ReceiveAsync(message, TestContext.Current.CancellationToken);

    /// <summary>Hands in files as a browser does.</summary>
    public Task UploadAsync(FileUpload upload, params (string Name, byte[] Content)[] files) => UpdateAsync(
        upload,
        new JsonObject
        {
            ["value"] = new JsonArray([.. files.Select(file => new JsonObject
            {
                ["name"] = file.Name,
                ["type"] = "image/jpeg",
                ["size"] = file.Content.Length,
                ["last_modified"] = 1_700_000_000_000,
            })]),
            ["error"] = "",
        },
        [.. files.Select((_, index) => new JsonArray("value", index, "content"))],
        [.. files.Select(file => (ReadOnlyMemory<byte>)file.Content)]);
}
