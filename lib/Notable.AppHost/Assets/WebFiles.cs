using System.Collections.Frozen;
using System.Reflection;

namespace Notable.AppHost.Assets;

/// <summary>
/// The files that a browser can request: only those that the build embedded in this assembly. No folder is
/// searched.
/// </summary>
internal sealed class WebFiles
{
    private const string Prefix = "web/";

    /// <summary>The name prefix of files that the script loads on demand.</summary>
    private const string Part = "part-";
    private readonly FrozenDictionary<string, WebFile> files;

    private WebFiles(IEnumerable<WebFile> files)
    {
        this.files = files.ToFrozenDictionary(file => file.Name, StringComparer.Ordinal);
        Script = Single(".js");
        Styles = Single(".css");
        Licenses = Single(".txt");
    }

    public static WebFiles Embedded { get; } = new(Load(typeof(WebFiles).Assembly));

    public WebFile Script { get; }

    public WebFile Styles { get; }

    public WebFile Licenses { get; }

    public WebFile? Find(string name) => files.GetValueOrDefault(name);

    private WebFile Single(string extension) =>
        files.Values.Single(file => Path.GetExtension(file.Name) == extension && !file.Name.StartsWith(Part, StringComparison.Ordinal));

    private static IEnumerable<WebFile> Load(Assembly assembly) =>
        from resource in assembly.GetManifestResourceNames()
        where resource.StartsWith(Prefix, StringComparison.Ordinal)
        let contentType = ContentType(resource)
        where contentType is not null
        select new WebFile(
            resource[Prefix.Length..],
            contentType,
            IsImmutable: Path.GetFileName(resource).Contains('-'),
            Read(assembly, resource),
            Read(assembly, resource + ".br"),
            Read(assembly, resource + ".gz"));

    private static string? ContentType(string name) => Path.GetExtension(name) switch
    {
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".txt" => "text/plain; charset=utf-8",
        _ => null,
    };

    private static byte[] Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{assembly.GetName().Name} was built without its resource {name}");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
