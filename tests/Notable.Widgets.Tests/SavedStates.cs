using System.Text.Json.Nodes;

namespace Notable.Widgets.Tests;

public class SavedStates
{
    [Fact]
    public void A_notebook_can_keep_all_that_is_shown()
    {
        var frontEnd = new FakeFrontEnd();
        var box = frontEnd.Show(() => new HBox(new Image { Value = new byte[] { 0xFF, 0xD8, 0xFF } }));
        var saved = frontEnd.Manager.SaveState();

        Assert.Equal((2, 0), ((int)saved["version_major"]!, (int)saved["version_minor"]!));
        var states = saved["state"]!.AsObject();
        Assert.Equal(4, states.Count);
        var image = states[box.Children[0].ModelId]!;
        Assert.Equal("ImageModel", (string?)image["model_name"]);
        Assert.Equal("""[{"encoding":"base64","path":["value"],"data":"/9j/"}]""", image["buffers"]!.ToJsonString());
        Assert.False(image["state"]!.AsObject().ContainsKey("value"));
        Assert.Equal(saved.ToJsonString(), JsonNode.Parse(saved.ToJsonString())!.ToJsonString());
    }
}
