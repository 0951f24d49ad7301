using System.Text.Json.Nodes;

namespace Notable.Widgets;

public partial class Button
{
    private readonly EventHandlers<Button> clicked = new();

    /// <summary>Runs <paramref name="handler"/> on each click. It is awaited before the visitor's next message is handled.</summary>
    public void OnClick(Func<Task> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        clicked.Add(_ => handler());
    }

    /// <summary>Runs <paramref name="handler"/> on each click.</summary>
    public void OnClick(Action handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        clicked.Add(_ => handler());
    }

    /// <summary>Handles clicks. A click on a disabled button is ignored.</summary>
    /// <inheritdoc/>
    protected internal override async Task<bool> ReceiveCustomAsync(
        JsonObject content, IReadOnlyList<ReadOnlyMemory<byte>> buffers)
    {
        if (!FrontEndJson.IsText(content["event"], "click"))
            return false;
        if (!Disabled)
            await clicked.RunAsync(this, "click", this).ConfigureAwait(false);
        return true;
    }
}
