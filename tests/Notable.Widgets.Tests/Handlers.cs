using System.Text.Json.Nodes;

namespace Notable.Widgets.Tests;

public class Handlers
{
    private static readonly JsonObject click = new() { ["event"] = "click" };
    private readonly FakeFrontEnd frontEnd = new();

    [Fact]
    public async Task Messages_are_handled_one_at_a_time_in_their_order()
    {
        var button = frontEnd.Show(() => new Button());
        var running = 0;
        List<int> order = [];
        button.OnClick(async () =>
        {
            Assert.Equal(1, Interlocked.Increment(ref running));
            await Task.Delay(5);
            order.Add(order.Count);
            Interlocked.Decrement(ref running);
        });
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Click(button)));
        Assert.Equal(Enumerable.Range(0, 10), order);
    }

    [Fact]
    public async Task A_handler_is_awaited()
    {
        var button = frontEnd.Show(() => new Button());
        var gate = new TaskCompletionSource();
        button.OnClick(() => gate.Task);
        var receiving = Click(button);
        Assert.False(receiving.IsCompleted);
        gate.SetResult();
        await receiving;
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_a_handler_throws_comes_out_and_the_next_message_is_handled(bool isAsync)
    {
        var button = frontEnd.Show(() => new Button());
        var clicks = 0;
        Func<Task> fail = isAsync
            ? async () =>
            {
                await Task.Yield();
                throw new InvalidDataException("broken");
            }
        : () => throw new InvalidDataException("broken");
        button.OnClick(() => clicks++ == 0 ? fail() : Task.CompletedTask);

        var thrown = await Assert.ThrowsAsync<WidgetHandlerException>(() => Click(button));
        Assert.IsType<InvalidDataException>(thrown.InnerException);
        Assert.Equal(("click", button), (thrown.EventName, thrown.Widget));
        await Click(button);
        Assert.Equal(2, clicks);
    }

    [Fact]
    public async Task A_disabled_button_takes_no_click()
    {
        var button = frontEnd.Show(() => new Button { Disabled = true });
        button.OnClick(() => Assert.Fail("clicked"));
        await Click(button);
        Assert.Empty(frontEnd.Refused);
    }

    [Fact]
    public async Task A_message_whose_wait_is_canceled_is_not_handled()
    {
        var button = frontEnd.Show(() => new Button());
        var gate = new TaskCompletionSource();
        var clicks = 0;
        button.OnClick(() =>
        {
            clicks++;
            return gate.Task;
        });
        var first = Click(button);
        using var cancel = new CancellationTokenSource();
        var second = frontEnd.Manager.ReceiveAsync(Message(button), cancel.Token);
        cancel.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        gate.SetResult();
        await first;
        Assert.Equal(1, clicks);
    }

    [Fact]
    public async Task An_observer_hears_of_the_front_ends_changes_alone()
    {
        var label = frontEnd.Show(() => new Label("a"));
        List<(object?, object?)> changes = [];
        label.Observe("value", change => changes.Add((change.OldValue, change.NewValue)));
        label.Value = "b";
        await frontEnd.UpdateAsync(label, new JsonObject { ["value"] = "c" });
        Assert.Equal([("b", "c")], changes);
    }

    [Fact]
    public void Observing_an_attribute_that_is_not_there_names_those_that_are()
    {
        var thrown = Assert.Throws<ArgumentException>(() => new Label().Observe("valeu", _ => { }));
        Assert.Contains("value", thrown.Message);
    }

    private Task Click(Button button) => frontEnd.Manager.ReceiveAsync(Message(button));

    private static CommMessage Message(Button button) =>
        new(CommKind.Message, button.ModelId, null, new JsonObject { ["method"] = "custom", ["content"] = click.DeepClone() }, [], []);
}
