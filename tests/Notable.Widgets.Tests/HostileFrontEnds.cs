using System.Text.Json.Nodes;

namespace Notable.Widgets.Tests;

public class HostileFrontEnds
{
    [Theory]
    [InlineData("""{"method":"update","state":{"value":5}}""")]
    [InlineData("""{"method":"update","state":{"value":null}}""")]
    [InlineData("""{"method":"update","state":{"value":{"a":1}}}""")]
    [InlineData("""{"method":"update","state":{"no_such_key":"x"}}""")]
    [InlineData("""{"method":"update","state":{"_view_name":"Evil"}}""")]
    [InlineData("""{"method":"update","state":{"layout":"IPY_MODEL_unknown"}}""")]
    [InlineData("""{"method":"update","state":{"layout":"nonsense"}}""")]
    [InlineData("""{"method":"update","state":{"_dom_classes":[1,2]}}""")]
    [InlineData("""{"method":"update","state":{"description_allow_html":"yes"}}""")]
    [InlineData("""{"method":"update","state":[1]}""")]
    [InlineData("""{"method":"update"}""")]
    [InlineData("""{"method":"update","state":{"value":"ok"},"buffer_paths":[["value"]]}""")]
    [InlineData("""{"method":"custom","content":{"event":"click"}}""")]
    [InlineData("""{"method":"custom","content":"click"}""")]
    [InlineData("""{"method":"eval","code":"1"}""")]
    [InlineData("""{"method":7}""")]
    [InlineData("""{}""")]
    public async Task A_message_that_breaks_the_protocol_is_told_of_and_changes_nothing(string data)
    {
        var frontEnd = new FakeFrontEnd();
        var label = frontEnd.Show(() => new Label("before"));
        var state = label.State.Write().ToJsonString();

        await frontEnd.SendAsync(label.ModelId, JsonNode.Parse(data)!.AsObject());

        var refused = Assert.Single(frontEnd.Refused);
        Assert.Equal(label.ModelId, refused.CommId);
        Assert.NotEmpty(refused.Reason);
        Assert.Empty(frontEnd.Messages);
        Assert.Equal(state, label.State.Write().ToJsonString());
    }

    [Fact]
    public async Task Of_an_update_only_the_broken_part_is_ignored()
    {
        var frontEnd = new FakeFrontEnd();
        var label = frontEnd.Show(() => new Label());
        await frontEnd.UpdateAsync(label, new JsonObject { ["value"] = "good", ["placeholder"] = 3 });
        Assert.Equal("good", label.Value);
        Assert.Contains("placeholder", Assert.Single(frontEnd.Refused).Reason);
    }

    [Theory]
    [InlineData("""{"value":2147483648}""")]
    [InlineData("""{"value":1.5}""")]
    [InlineData("""{"value":1e400}""")]
    [InlineData("""{"value":"1"}""")]
    [InlineData("""{"orientation":"diagonal"}""")]
    public async Task Numbers_and_words_out_of_range_are_refused(string state)
    {
        var frontEnd = new FakeFrontEnd();
        var bar = frontEnd.Show(() => new IntProgress());
        await frontEnd.UpdateAsync(bar, JsonNode.Parse(state)!.AsObject());
        Assert.Single(frontEnd.Refused);
        Assert.Equal(0, bar.Value);
    }

    [Fact]
    public async Task A_reference_must_be_of_the_kind_that_belongs_there()
    {
        var frontEnd = new FakeFrontEnd();
        var label = frontEnd.Show(() => new Label());
        await frontEnd.UpdateAsync(label, new JsonObject { ["layout"] = "IPY_MODEL_" + label.ModelId });
        Assert.Contains("Layout", Assert.Single(frontEnd.Refused).Reason);
    }

    [Theory]
    [InlineData(CommKind.Message)]
    [InlineData(CommKind.Close)]
    public async Task A_message_for_an_unknown_comm_is_told_of(CommKind kind)
    {
        var frontEnd = new FakeFrontEnd();
        await frontEnd.SendAsync(new CommMessage(kind, "nobody", null, new JsonObject { ["method"] = "request_states" }, [], []));
        Assert.Equal("nobody", Assert.Single(frontEnd.Refused).CommId);
        Assert.Empty(frontEnd.Messages);
    }

    [Theory]
    [InlineData("jupyter.widget")]
    [InlineData("something.else")]
    [InlineData(null)]
    public async Task A_comm_that_the_front_end_opens_by_itself_is_closed(string? target)
    {
        var frontEnd = new FakeFrontEnd();
        await frontEnd.SendAsync(new CommMessage(CommKind.Open, "foreign", target, [], [], []));
        Assert.Single(frontEnd.Refused);
        Assert.Equal((CommKind.Close, "foreign"), (frontEnd.Messages.Single().Kind, frontEnd.Messages.Single().CommId));
    }

    [Fact]
    public async Task A_comm_opened_under_a_widgets_name_does_not_close_the_widget()
    {
        var frontEnd = new FakeFrontEnd();
        var label = frontEnd.Show(() => new Label());
        await frontEnd.SendAsync(new CommMessage(CommKind.Open, label.ModelId, CommTargets.Widget, [], [], []));
        Assert.Empty(frontEnd.Messages);
        Assert.True(label.IsOpen);
    }

    [Fact]
    public async Task Control_comms_opened_without_end_do_not_pile_up()
    {
        var frontEnd = new FakeFrontEnd();
        for (var i = 0; i < 1000; i++)
            await frontEnd.SendAsync(new CommMessage(CommKind.Open, $"control-{i}", CommTargets.Control, [], [], []));
        await frontEnd.SendAsync("control-0", new JsonObject { ["method"] = "request_states" });
        Assert.Single(frontEnd.Refused);
        await frontEnd.SendAsync("control-999", new JsonObject { ["method"] = "request_states" });
        Assert.Equal("update_states", (string?)frontEnd.Messages.Single().Data["method"]);
    }

    [Theory]
    [InlineData("""{"value":[{"name":"a","type":"","size":1,"last_modified":0}]}""", "[]")]
    [InlineData("""{"value":[{"name":"a","type":"","size":1,"last_modified":1e300}]}""", """[["value",0,"content"]]""")]
    [InlineData("""{"value":[{"name":5,"type":"","size":1,"last_modified":0}]}""", """[["value",0,"content"]]""")]
    [InlineData("""{"value":[{"type":"","size":1,"last_modified":0}]}""", """[["value",0,"content"]]""")]
    [InlineData("""{"value":{"a":{"name":"a"}}}""", """[["value","a","content"]]""")]
    [InlineData("""{"value":[null]}""", """[["value",0]]""")]
    public async Task An_upload_that_is_not_a_list_of_files_reaches_no_handler(string state, string paths)
    {
        var frontEnd = new FakeFrontEnd();
        var upload = frontEnd.Show(() => new FileUpload());
        upload.OnChange(_ => Assert.Fail("a broken upload reached the handler"));
        var list = JsonNode.Parse(paths)!.AsArray();
        ReadOnlyMemory<byte>[] buffers = [.. list.Select(_ => (ReadOnlyMemory<byte>)new byte[] { 1 })];
        await frontEnd.UpdateAsync(upload, JsonNode.Parse(state)!.AsObject(), list, buffers);
        Assert.Single(frontEnd.Refused);
        Assert.Empty(upload.Value);
    }
}
