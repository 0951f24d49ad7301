using Notable.Shared;

namespace Notable;

/// <summary>Sample pictures to start with: generated notes, none of them real bills.</summary>
public static class SampleData
{
    /// <summary>
    /// Returns a folder with sub-folders <c>usd50</c> and <c>usd100</c> of generated notes, in the user's cache
    /// (<c>$XDG_CACHE_HOME/notable</c>, else <c>~/.cache/notable</c>). Generated on first use;
    /// the same <paramref name="seed"/> gives the same pictures on every machine.
    /// </summary>
    /// <param name="perClass">Pictures of each class, at least 1.</param>
    /// <param name="seed">Random seed.</param>
    /// <exception cref="IOException">The cache is not writable.</exception>
    public static string Notes(int perClass = 100, int seed = 42)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(perClass, 1);
        var folder = Path.Combine(CacheFolder.Path, $"sample-notes-{perClass}-{seed}");
        if (Directory.Exists(folder))
            return folder;

        WriteWhole(folder, beside => SampleNotes.WriteTo(beside, perClass, seed));
        return folder;
    }

    /// <summary>
    /// Creates a folder of generated notes with the faults of a web search, to practice cleaning: four notes are in the wrong class, two
    /// pictures show only a table, one file is truncated, and one exists twice. An existing folder is returned unchanged, cleaned or not.
    /// </summary>
    /// <param name="folder">The target folder; created if missing.</param>
    /// <param name="perClass">Notes of each class, at least 10.</param>
    /// <param name="seed">Random seed.</param>
    /// <returns>The folder, as a full path.</returns>
    /// <exception cref="IOException">The folder is not writable.</exception>
    public static string MessyNotes(string folder, int perClass = 40, int seed = 7)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(perClass, 10);
        var target = Path.GetFullPath(folder);
        if (!Directory.Exists(target))
            WriteWhole(target, beside => MessyNotesFolder.Write(beside, perClass, seed));
        return target;
    }

    /// <summary>
    /// Writes to a temporary folder and renames it, so that an existing folder is complete, even if two processes write at once.
    /// </summary>
    private static void WriteWhole(string folder, Action<string> write)
    {
        var beside = $"{folder}.{Environment.ProcessId}.part";
        try
        {
            write(beside);
            Directory.Move(beside, folder);
        }
        catch (IOException) when (Directory.Exists(folder))
        {
            // Another process was first.
        }
        finally
        {
            if (Directory.Exists(beside))
                Directory.Delete(beside, recursive: true);
        }
    }
}
