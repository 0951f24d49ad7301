using System.Collections.Concurrent;

namespace Notable.Gathering;

/// <summary>
/// A folder's memory of what was fetched into it: <c>sources.jsonl</c> with a line for each file, and <c>skipped.jsonl</c> with a line for
/// each address that gave none. While it is open no other process can fetch into the folder.
/// </summary>
public sealed class Manifest : IDisposable
{
    private const string SourcesName = "sources.jsonl", SkippedName = "skipped.jsonl";

    private readonly LineLog<ManifestEntry> sources;
    private readonly LineLog<SkippedEntry> skipped;
    private readonly ConcurrentDictionary<string, string> fileByAddress = new(), fileByHash = new();
    private readonly ConcurrentDictionary<string, SkippedEntry> skippedByAddress = new();

    private Manifest(LineLog<ManifestEntry> sources, LineLog<SkippedEntry> skipped) => (this.sources, this.skipped) = (sources, skipped);

    /// <summary>The lines of a folder's list of sources, oldest first; none where it has no list. A last line that was cut is left out.</summary>
    /// <exception cref="GatheringException">A line is not ours.</exception>
    public static IReadOnlyList<ManifestEntry> Read(string folder) => LineLog<ManifestEntry>.Read(Path.Combine(folder, SourcesName));

    /// <summary>The lines of a folder's list of what was not kept, oldest first.</summary>
    /// <exception cref="GatheringException">A line is not ours.</exception>
    public static IReadOnlyList<SkippedEntry> ReadSkipped(string folder) => LineLog<SkippedEntry>.Read(Path.Combine(folder, SkippedName));

    /// <summary>Opens a folder's lists for adding.</summary>
    /// <exception cref="GatheringException">Another process fetches into the folder, or a line is not ours.</exception>
    internal static Manifest Open(string folder)
    {
        LineLog<ManifestEntry> sources;
        try
        {
            sources = LineLog<ManifestEntry>.Open(Path.Combine(folder, SourcesName));
        }
        catch (IOException e)
        {
            throw new GatheringException($"the list of sources in {folder} cannot be written; does another process fetch into that folder?", e);
        }
        try
        {
            var manifest = new Manifest(sources, LineLog<SkippedEntry>.Open(Path.Combine(folder, SkippedName)));
            foreach (var entry in Read(folder))
                manifest.Remember(entry);
            foreach (var entry in ReadSkipped(folder))
                manifest.skippedByAddress[entry.ImageUrl] = entry;
            return manifest;
        }
        catch
        {
            sources.Dispose();
            throw;
        }
    }

    /// <summary>Whether a file's name is one of the lists'.</summary>
    internal static bool IsList(string name) => name is SourcesName or SkippedName;

    /// <summary>The file that came from an address, or is the same as what came from there; null for an address not yet asked.</summary>
    internal string? FileFrom(Uri address) =>
        fileByAddress.TryGetValue(address.AbsoluteUri, out var file) ? file
        : skippedByAddress.TryGetValue(address.AbsoluteUri, out var entry) ? entry.File : null;

    /// <summary>The file with those bytes.</summary>
    internal string? FileOf(string sha256) => fileByHash.GetValueOrDefault(sha256);

    /// <summary>Adds a file.</summary>
    internal void Add(ManifestEntry entry)
    {
        sources.Append(entry);
        Remember(entry);
    }

    /// <summary>Adds what was not kept, unless the list says the same already.</summary>
    internal void Add(SkippedEntry entry)
    {
        if (skippedByAddress.TryGetValue(entry.ImageUrl, out var before) && (before.Outcome, before.Reason) == (entry.Outcome, entry.Reason))
            return;
        skipped.Append(entry);
        skippedByAddress[entry.ImageUrl] = entry;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        sources.Dispose();
        skipped.Dispose();
    }

    private void Remember(ManifestEntry entry)
    {
        fileByAddress[entry.ImageUrl] = entry.File;
        fileByHash[entry.Sha256] = entry.File;
    }
}
