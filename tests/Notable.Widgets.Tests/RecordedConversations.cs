namespace Notable.Widgets.Tests;

public class RecordedConversations
{
    [Fact]
    public Task A_click_reaches_its_handler_and_the_label_changes() => Conversation.PlayAsync("button", () =>
    {
        var button = new Button("Go");
        var label = new Label();
        button.OnClick(() => label.Value = "clicked");
        return new VBox(button, label);
    });

    [Fact]
    public Task A_photo_goes_up_and_comes_back_as_a_picture() => Conversation.PlayAsync("upload", () =>
    {
        var upload = new FileUpload { Accept = "image/*" };
        var photo = new Image();
        upload.OnChange(file => photo.Value = file.Content);
        return new HBox(upload, photo);
    });

    [Fact]
    public Task A_page_that_comes_back_gets_every_state() => Conversation.PlayAsync("control", () =>
    {
        var image = new Image { Value = new byte[] { 0xFF, 0xD8, 0xFF, 1 } };
        return new VBox(image, new IntProgress { Value = 3 });
    });

    [Fact]
    public Task A_change_is_echoed_and_only_what_was_altered_goes_back() => Conversation.PlayAsync("echo", () =>
    {
        var bar = new FloatProgress();
        bar.Observe("value", change => bar.Description = $"{change.OldValue} to {change.NewValue}");
        return bar;
    });
}
