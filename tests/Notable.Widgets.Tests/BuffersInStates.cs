using System.Text.Json.Nodes;

namespace Notable.Widgets.Tests;

public class BuffersInStates
{
    [Fact]
    public void Bytes_leave_the_tree_at_any_depth_and_come_back_to_their_places()
    {
        var tree = new JsonObject
        {
            ["a"] = BinaryBuffers.Leaf(new byte[] { 1 }),
            ["list"] = new JsonArray(
                "AAAA", BinaryBuffers.Leaf(new byte[] { 2, 2 }), new JsonObject { ["deep"] = BinaryBuffers.Leaf(default) }),
        };

        var (paths, buffers) = BinaryBuffers.Extract(tree);

        Assert.Equal("""{"list":["AAAA",null,{}]}""", tree.ToJsonString());
        Assert.Equal("""[["a"],["list",1],["list",2,"deep"]]""", paths.ToJsonString());
        Assert.Equal([1, 2, 0], buffers.Select(bytes => bytes.Length));

        BinaryBuffers.Insert(tree, JsonNode.Parse(paths.ToJsonString()), buffers);
        Assert.Equal(new byte[] { 1 }, BinaryBuffers.Bytes(tree["a"]).ToArray());
        Assert.Equal(new byte[] { 2, 2 }, BinaryBuffers.Bytes(tree["list"]![1]).ToArray());
        Assert.Empty(BinaryBuffers.Bytes(tree["list"]![2]!["deep"]).ToArray());
    }

    [Theory]
    [InlineData("""[["list",3]]""")]
    [InlineData("""[["list",-1]]""")]
    [InlineData("""[["list",0.5]]""")]
    [InlineData("""[["list","0"]]""")]
    [InlineData("""[["list",1e300]]""")]
    [InlineData("""[["text","x"]]""")]
    [InlineData("""[["nothing","x"]]""")]
    [InlineData("""[[0]]""")]
    [InlineData("""[[]]""")]
    [InlineData("""["list"]""")]
    [InlineData("""[null]""")]
    [InlineData("""[["list",1],["list",1]]""")]
    [InlineData("""[]""")]
    [InlineData("""{}""")]
    [InlineData(""" "list" """)]
    public void A_path_that_leads_nowhere_is_refused(string paths)
    {
        var tree = JsonNode.Parse("""{"list":[null,null,{}],"text":"t"}""")!.AsObject();
        Assert.Throws<WidgetStateException>(() => BinaryBuffers.Insert(tree, JsonNode.Parse(paths), [new byte[] { 1 }]));
    }

    [Fact]
    public void A_path_of_a_million_steps_is_refused()
    {
        var path = new JsonArray([.. Enumerable.Repeat(0, 1_000_000).Select(step => JsonValue.Create("a"))]);
        Assert.Throws<WidgetStateException>(() => BinaryBuffers.Insert([], new JsonArray(path), [default]));
    }
}
