using System.Security.Cryptography;

namespace Notable.Gathering;

/// <summary>A folder whose files are named by their content, so that no picture is kept twice and none is overwritten.</summary>
internal sealed class ContentStore
{
    private const string Part = ".part";
    private readonly string folder;
    private readonly Manifest manifest;
    private readonly TimeProvider time;
    private readonly Lock gate = new();

    /// <summary>Takes over a folder whose manifest is open, and with it what an interrupted run left unfinished.</summary>
    public ContentStore(string folder, Manifest manifest, TimeProvider time)
    {
        (this.folder, this.manifest, this.time) = (folder, manifest, time);
        // Whoever has the manifest is alone here: these belong to a process that ended before it could rename them.
        foreach (var left in Directory.EnumerateFiles(folder, $".*{Part}"))
            File.Delete(left);
    }

    /// <summary>Keeps a picture.</summary>
    /// <param name="image">Where it came from.</param>
    /// <param name="bytes">The file.</param>
    /// <param name="extension">Its extension, with the dot.</param>
    /// <returns>The file's name, and whether it is new here.</returns>
    public (string File, bool IsNew) Keep(FoundImage image, byte[] bytes, string extension)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var name = sha256[..32] + extension;
        lock (gate)
        {
            if (manifest.FileOf(sha256) is { } known)
                return (known, false);
            var path = Path.Combine(folder, name);
            // A file without a line: the last run ended between the two. The line is made up for.
            if (!File.Exists(path))
            {
                var beside = Path.Combine(folder, $".{name}{Part}");
                File.WriteAllBytes(beside, bytes);
                File.Move(beside, path);
            }
            manifest.Add(EntryOf(image, name, sha256));
            return (name, true);
        }
    }

    private ManifestEntry EntryOf(FoundImage image, string file, string sha256) => new(
        file, sha256, image.ImageUrl.AbsoluteUri, image.PageUrl?.AbsoluteUri, image.Title, image.Creator, image.License, image.LicenseUrl?.AbsoluteUri,
        image.Attribution, image.Provider, image.Query, time.GetUtcNow());
}
