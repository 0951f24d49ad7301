using System.Text.Json;
using System.Text.Json.Nodes;

namespace Notable.Widgets;

/// <summary>
/// Moves bytes between JSON and buffers. In the protocol a key with bytes is omitted, a list element with bytes is null, and
/// <c>buffer_paths</c> says where the message's buffers belong. Inside this library a state is one JSON tree with bytes as
/// leaves; this class extracts them before sending and inserts them after receiving.
/// </summary>
public static class BinaryBuffers
{
    private const int MaxDepth = 64;

    /// <summary>Returns bytes as a leaf of a JSON tree. They are not copied.</summary>
    public static JsonNode Leaf(ReadOnlyMemory<byte> bytes) => JsonValue.Create(bytes)!;

    /// <summary>Returns the bytes of a leaf.</summary>
    /// <exception cref="WidgetStateException">The node is not such a leaf.</exception>
    public static ReadOnlyMemory<byte> Bytes(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<ReadOnlyMemory<byte>>(out var bytes)
            ? bytes
            : throw FrontEndJson.Unexpected(node, "bytes");

    /// <summary>Removes all bytes from the tree.</summary>
    /// <returns>Their paths (lists of keys and indices), and the bytes in the same order.</returns>
    public static (JsonArray Paths, IReadOnlyList<ReadOnlyMemory<byte>> Buffers) Extract(JsonObject tree)
    {
        List<object> path = [];
        JsonArray paths = [];
        List<ReadOnlyMemory<byte>> buffers = [];
        Extract(tree);
        return (paths, buffers);

        void Extract(JsonNode node)
        {
            if (node is JsonObject map)
                foreach (var (key, child) in map.ToArray())
                    Visit(key, child, () => map.Remove(key));
            else if (node is JsonArray list)
                for (var i = 0; i < list.Count; i++)
                {
                    var index = i;
                    Visit(index, list[index], () => list[index] = null);
                }
        }

        void Visit(object step, JsonNode? child, Action remove)
        {
            path.Add(step);
            if (child is JsonValue value && value.TryGetValue<ReadOnlyMemory<byte>>(out var bytes))
            {
                paths.Add((JsonNode)new JsonArray([.. path.Select(Step)]));
                buffers.Add(bytes);
                remove();
            }
            else if (child is not null)
            {
                Extract(child);
            }
            path.RemoveAt(path.Count - 1);
        }

        static JsonNode? Step(object step) => step is int index ? JsonValue.Create(index) : JsonValue.Create((string)step);
    }

    /// <summary>Inserts received bytes into the tree.</summary>
    /// <param name="tree">The received state.</param>
    /// <param name="paths">The message's <c>buffer_paths</c>; null if it has none.</param>
    /// <param name="buffers">The bytes, in the order of the paths.</param>
    /// <exception cref="WidgetStateException">
    /// Paths and buffers differ in number, or a path is invalid or does not exist.
    /// </exception>
    public static void Insert(JsonObject tree, JsonNode? paths, IReadOnlyList<ReadOnlyMemory<byte>> buffers)
    {
        if (paths is not (null or JsonArray))
            throw FrontEndJson.Unexpected(paths, "buffer_paths as a list");
        var list = paths as JsonArray ?? [];
        if (list.Count != buffers.Count)
            throw new WidgetStateException($"found {buffers.Count} buffers for {list.Count} buffer_paths");
        for (var i = 0; i < list.Count; i++)
            Insert(tree, list[i] as JsonArray ?? throw FrontEndJson.Unexpected(list[i], "a path as a list"), buffers[i]);
    }

    private static void Insert(JsonNode tree, JsonArray path, ReadOnlyMemory<byte> bytes)
    {
        if (path.Count is 0 or > MaxDepth)
            throw new WidgetStateException($"found a buffer path of {path.Count} steps, expected 1 to {MaxDepth}");
        var parent = path.Take(path.Count - 1).Aggregate(tree, Child);
        switch (parent)
        {
            case JsonObject map:
                map[FrontEndJson.Get<string>(path[^1], JsonValueKind.String, "a key in a buffer path")] = Leaf(bytes);
                break;
            case JsonArray list:
                list[Index(list, path[^1])] = Leaf(bytes);
                break;
            default:
                throw FrontEndJson.Unexpected(parent, "an object or a list where a buffer path ends");
        }
    }

    private static JsonNode Child(JsonNode parent, JsonNode? step) => parent switch
    {
        JsonObject map when map[FrontEndJson.Get<string>(step, JsonValueKind.String, "a key in a buffer path")] is { } child => child,
        JsonArray list when list[Index(list, step)] is { } child => child,
        _ => throw new WidgetStateException("a buffer path leads to nothing in the state"),
    };

    private static int Index(JsonArray list, JsonNode? step)
    {
        var index = FrontEndJson.Number(step);
        return index >= 0 && index < list.Count && index == Math.Floor(index)
            ? (int)index
            : throw new WidgetStateException($"found index {index} in a buffer path, expected 0 to {list.Count - 1}");
    }
}
