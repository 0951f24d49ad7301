using System.Text.Json;
using System.Text.Json.Nodes;

namespace Notable.Widgets;

/// <summary>
/// A file in the format of ipywidgets 8: name, type, size, last_modified in milliseconds, and the bytes as <c>content</c>. The bytes
/// are not written to the front end, so that a page load does not send every file back.
/// </summary>
internal sealed class UploadedFileType : AttributeType<UploadedFile>
{
    private const int MaxNameLength = 255;

    public override bool IsEchoed => false;

    public override JsonNode? Write(UploadedFile value) => new JsonObject
    {
        ["name"] = value.Name,
        ["type"] = value.Type,
        ["size"] = value.Size,
        ["last_modified"] = value.LastModified.ToUnixTimeMilliseconds(),
    };

    public override UploadedFile Read(JsonNode? node, Func<string, Widget?> widgets)
    {
        if (node is not JsonObject file)
            throw FrontEndJson.Unexpected(node, "a file as an object");
        var content = BinaryBuffers.Bytes(file["content"]);
        return new UploadedFile(
            CleanName(FrontEndJson.Get<string>(file["name"], JsonValueKind.String, "the file's name")),
            FrontEndJson.Get<string>(file["type"], JsonValueKind.String, "the file's type"),
            content.Length,
            Time(FrontEndJson.Number(file["last_modified"])),
            content);
    }

    private static string CleanName(string name)
    {
        var own = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var clean = string.Concat(own.Select(letter => char.IsControl(letter) ? '_' : letter));
        return clean.Length <= MaxNameLength ? clean : clean[..MaxNameLength];
    }

    private static DateTimeOffset Time(double milliseconds) =>
        milliseconds >= DateTimeOffset.MinValue.ToUnixTimeMilliseconds()
        && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds)
            : throw new WidgetStateException($"found {milliseconds} as the time of a file's last change");
}
