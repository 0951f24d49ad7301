using System.Text.Json.Nodes;

namespace Notable.Widgets;

/// <summary>A button that runs handlers when it is clicked.</summary>
public sealed class Button : DOMWidget
{
    private static readonly WidgetAttribute<string> buttonStyle =
        Attributes.Text("button_style", "", "primary", "success", "info", "warning", "danger", "");
    private static readonly WidgetAttribute<string> description = Attributes.Text("description");
    private static readonly WidgetAttribute<bool> disabled = Attributes.Flag("disabled");
    private static readonly WidgetAttribute<string> icon = Attributes.Text("icon");
    private static readonly WidgetAttribute<ButtonStyle?> style = Attributes.Reference<ButtonStyle>("style");
    private static readonly WidgetModel model = new(
        ModelName.Controls("ButtonModel"),
        ModelName.Controls("ButtonView"),
        [.. DomAttributes, buttonStyle, description, disabled, icon, style]);
    private readonly EventHandlers<Button> clicked = new();

    /// <summary>A button with <paramref name="text"/> on it.</summary>
    public Button(string text = "")
        : base(model)
    {
        Style = new ButtonStyle();
        Description = text;
    }

    /// <summary>One of <c>primary</c>, <c>success</c>, <c>info</c>, <c>warning</c>, <c>danger</c> or empty.</summary>
    public string ButtonStyle { get => Get(buttonStyle); set => Set(buttonStyle, value); }

    /// <summary>The words on the button.</summary>
    public string Description { get => Get(description); set => Set(description, value); }

    /// <summary>Whether clicks are taken; a click that comes for a disabled button is ignored.</summary>
    public bool Disabled { get => Get(disabled); set => Set(disabled, value); }

    /// <summary>A Font Awesome name, as <c>check</c>; empty for none.</summary>
    public string Icon { get => Get(icon); set => Set(icon, value); }

    /// <summary>How it looks.</summary>
    public ButtonStyle Style { get => Get(style)!; set => Set(style, value); }

    /// <summary>Runs <paramref name="handler"/> at each click; awaited before the visitor's next message is looked at.</summary>
    public void OnClick(Func<Task> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        clicked.Add(_ => handler());
    }

    /// <summary>Runs <paramref name="handler"/> at each click.</summary>
    public void OnClick(Action handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        clicked.Add(_ => handler());
    }

    /// <inheritdoc/>
    protected internal override async Task<bool> ReceiveCustomAsync(
        JsonObject content, IReadOnlyList<ReadOnlyMemory<byte>> buffers)
    {
        if (!Json.IsText(content["event"], "click"))
            return false;
        if (!Disabled)
            await clicked.RunAsync(this, "click", this).ConfigureAwait(false);
        return true;
    }
}
