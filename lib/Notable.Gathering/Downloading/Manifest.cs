using System.Collections.Concurrent;

namespace Notable.Gathering;

/// <summary>
/// The records of what was downloaded into a folder: <c>sources.jsonl</c> with one line per file, and <c>skipped.jsonl</c> with one line per
/// address without a file. While it is open, no other process can download into the folder.
/// </summary>
public sealed class Manifest : IDisposable
{
    private const string SourcesName = PictureFolder.SourcesList, SkippedName = PictureFolder.SkippedList, LockName = ".sources.lock";

    private readonly FileStream held;
    private readonly JsonLinesLog<ManifestEntry> sources;
    private readonly JsonLinesLog<SkippedEntry> skipped;
    private readonly ConcurrentDictionary<string, string> fileByAddress = new(), fileByHash = new();
    private readonly ConcurrentDictionary<string, SkippedEntry> skippedByAddress = new();

    private Manifest(string folder, FileStream held)
    {
        this.held = held;
        foreach (var entry in Read(folder))
            Remember(entry);
        foreach (var entry in ReadSkipped(folder))
            skippedByAddress[entry.ImageUrl] = entry;
        sources = JsonLinesLog<ManifestEntry>.Open(Path.Combine(folder, SourcesName));
        skipped = JsonLinesLog<SkippedEntry>.Open(Path.Combine(folder, SkippedName));
    }

    /// <summary>Reads a folder's list of sources, oldest first; empty if there is no list. An incomplete last line is ignored.</summary>
    /// <exception cref="GatheringException">A line of the file has another format.</exception>
    public static IReadOnlyList<ManifestEntry> Read(string folder) => JsonLinesLog<ManifestEntry>.Read(Path.Combine(folder, SourcesName));

    /// <summary>Reads a folder's list of skipped addresses, oldest first.</summary>
    /// <exception cref="GatheringException">A line of the file has another format.</exception>
    public static IReadOnlyList<SkippedEntry> ReadSkipped(string folder) => JsonLinesLog<SkippedEntry>.Read(Path.Combine(folder, SkippedName));

    /// <summary>Opens a folder's lists for appending.</summary>
    /// <exception cref="GatheringException">Another process is downloading into the folder, or a line has another format.</exception>
    internal static Manifest Open(string folder)
    {
        var held = FolderLock.Take(Path.Combine(folder, LockName), $"{folder} is locked: is another process downloading pictures into it?");
        try
        {
            return new(folder, held);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Returns whether a file's name is that of a list.</summary>
    internal static bool IsList(string name) => name is SourcesName or SkippedName;

    /// <summary>Returns the file downloaded from an address, or a file with the same content; null for a new address.</summary>
    internal string? FileFrom(Uri address) =>
        fileByAddress.TryGetValue(address.AbsoluteUri, out var file) ? file
        : skippedByAddress.TryGetValue(address.AbsoluteUri, out var entry) ? entry.File : null;

    /// <summary>Returns the file with that content.</summary>
    internal string? FileOf(string sha256) => fileByHash.GetValueOrDefault(sha256);

    /// <summary>Adds a file.</summary>
    internal void Add(ManifestEntry entry)
    {
        sources.Append(entry);
        Remember(entry);
    }

    /// <summary>Adds a skipped address, unless the list already has the same entry.</summary>
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
        held.Dispose();
    }

    private void Remember(ManifestEntry entry)
    {
        fileByAddress[entry.ImageUrl] = entry.File;
        fileByHash[entry.Sha256] = entry.File;
    }
}
