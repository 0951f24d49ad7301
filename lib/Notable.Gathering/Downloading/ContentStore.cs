using System.Security.Cryptography;

namespace Notable.Gathering;

/// <summary>A folder whose files are named by their content, so that no picture is stored twice and none is overwritten.</summary>
internal sealed class ContentStore
{
    private const string Part = ".part";
    private readonly string folder;
    private readonly Manifest manifest;
    private readonly TimeProvider time;
    private readonly Lock gate = new();

    /// <summary>Opens a folder whose manifest is open, and removes unfinished files of an interrupted run.</summary>
    public ContentStore(string folder, Manifest manifest, TimeProvider time)
    {
        (this.folder, this.manifest, this.time) = (folder, manifest, time);
        // The manifest is an exclusive lock, so these belong to a process that ended before it could rename them.
        foreach (var left in Directory.EnumerateFiles(folder, $".*{Part}"))
            File.Delete(left);
    }

    /// <summary>Stores a picture.</summary>
    /// <param name="image">Its origin.</param>
    /// <param name="bytes">The file's content.</param>
    /// <param name="extension">Its extension, with the dot.</param>
    /// <returns>The file's name, and whether it is new.</returns>
    public (string File, bool IsNew) Keep(FoundImage image, byte[] bytes, string extension)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var name = sha256[..32] + extension;
        lock (gate)
        {
            if (manifest.FileOf(sha256) is { } known)
                return (known, false);
            var path = Path.Combine(folder, name);
            // A file without a line: the last run ended between the two. The line is added now.
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
