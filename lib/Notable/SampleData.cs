using Notable.Shared;

namespace Notable;

/// <summary>Pictures to begin with when there are no photos yet: notes drawn by code, no real bill among them.</summary>
public static class SampleData
{
    /// <summary>
    /// A folder with sub-folders <c>usd50</c> and <c>usd100</c> of drawn notes, in the user's cache
    /// (<c>$XDG_CACHE_HOME/notable</c>, else <c>~/.cache/notable</c>). Drawn the first time, found there afterward;
    /// the same <paramref name="seed"/> draws the same pictures on every machine.
    /// </summary>
    /// <param name="perClass">Pictures of each class, at least 1.</param>
    /// <param name="seed">Where the drawing of lots begins.</param>
    /// <exception cref="IOException">The cache cannot be written.</exception>
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
    /// A folder of drawn notes as a web search would leave it, to practice cleaning on: four notes lie with the other class, two pictures
    /// show only a table, one file is cut short, and one is there twice. A folder that is there is taken as it is, cleaned or not.
    /// </summary>
    /// <param name="folder">Where to; made if it is missing.</param>
    /// <param name="perClass">Notes of each class, at least 10.</param>
    /// <param name="seed">Where the drawing of lots begins.</param>
    /// <returns>The folder, as a full path.</returns>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static string MessyNotes(string folder, int perClass = 40, int seed = 7)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(perClass, 10);
        var target = Path.GetFullPath(folder);
        if (!Directory.Exists(target))
            WriteWhole(target, beside => MessyNotesFolder.Write(beside, perClass, seed));
        return target;
    }

    /// <summary>Written beside and renamed: a folder that is there is whole, also when two processes write at once.</summary>
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
            // another process was first
        }
        finally
        {
            if (Directory.Exists(beside))
                Directory.Delete(beside, recursive: true);
        }
    }
}
