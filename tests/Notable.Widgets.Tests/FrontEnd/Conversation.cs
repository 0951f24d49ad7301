using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Notable.Widgets.Tests;

/// <summary>
/// Plays a recorded talk: lines <c>front&gt;</c> are sent to the kernel's side, and the lines <c>kernel&gt;</c> after each are
/// all that it may answer. Model ids read <c>&lt;1&gt;</c>, <c>&lt;2&gt;</c>, numbered as they first appear; buffers are base64.
/// </summary>
internal sealed partial class Conversation(FakeFrontEnd frontEnd)
{
    private static readonly JsonSerializerOptions format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly List<string> ids = [];

    public static async Task PlayAsync(string name, Func<Widget> show)
    {
        var frontEnd = new FakeFrontEnd();
        using var use = WidgetManager.Use(frontEnd.Manager);
        show().ToMimeBundle();
        await new Conversation(frontEnd).PlayAsync(Lines(name));
    }

    private static IEnumerable<string> Lines(string name)
    {
        using var resource = typeof(Conversation).Assembly.GetManifestResourceStream(name)!;
        return new StreamReader(resource).ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#');
    }

    private async Task PlayAsync(IEnumerable<string> lines)
    {
        List<string> expected = [];
        foreach (var line in lines)
        {
            var message = line[(line.IndexOf('>') + 1)..].Trim();
            if (line.StartsWith("kernel>", StringComparison.Ordinal))
            {
                expected.Add(message);
                continue;
            }
            Compare(expected);
            await frontEnd.Manager.ReceiveAsync(Read(message));
        }
        Compare(expected);
        Assert.Empty(frontEnd.Refused);
    }

    private void Compare(List<string> expected)
    {
        Assert.Equal(string.Join('\n', expected), string.Join('\n', frontEnd.Take().Select(Write)));
        expected.Clear();
    }

    private string Write(CommMessage message)
    {
        var json = new JsonObject { ["kind"] = message.Kind.ToString(), ["comm"] = message.CommId };
        if (message.TargetName is not null)
            json["target"] = message.TargetName;
        json["data"] = message.Data.DeepClone();
        if (message.Metadata.Count > 0)
            json["metadata"] = message.Metadata.DeepClone();
        if (message.Buffers.Count > 0)
            json["buffers"] = new JsonArray([.. message.Buffers.Select(bytes => Convert.ToBase64String(bytes.Span))]);
        return ModelId().Replace(json.ToJsonString(format), match =>
        {
            if (!ids.Contains(match.Value))
                ids.Add(match.Value);
            return $"<{ids.IndexOf(match.Value) + 1}>";
        });
    }

    private CommMessage Read(string text)
    {
        var json = JsonNode.Parse(Placeholder().Replace(text, match => ids[int.Parse(match.Groups[1].Value) - 1]))!.AsObject();
        return new CommMessage(
            Enum.Parse<CommKind>((string)json["kind"]!),
            (string)json["comm"]!,
            (string?)json["target"],
            (JsonObject?)json["data"]?.DeepClone() ?? [],
            (JsonObject?)json["metadata"]?.DeepClone() ?? [],
            [.. from base64 in json["buffers"] as JsonArray ?? [] select (ReadOnlyMemory<byte>)Convert.FromBase64String((string)base64!)]);
    }

    [GeneratedRegex("[0-9a-f]{32}")]
    private static partial Regex ModelId();

    [GeneratedRegex("<([0-9]+)>")]
    private static partial Regex Placeholder();
}
