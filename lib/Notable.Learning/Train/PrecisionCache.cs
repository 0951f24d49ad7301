using Notable.Shared;
using System.Text.Json;
using System.Text.Json.Serialization;
using Notable.Learning.Files;

namespace Notable.Learning;

/// <summary>Caches the precisions that trials on this machine chose, in a file of the cache folder, so that each is measured once.</summary>
internal static partial class PrecisionCache
{
    private const int MostEntries = 1000, LargestFile = 1 << 20;

    private static string File => Path.Combine(CacheFolder.Path, "precision.json");

    /// <summary>Returns the cached choice; null if there is none, or the file is damaged.</summary>
    public static Precision? Find(string key) => Read().TryGetValue(key, out var precision) ? precision : null;

    /// <summary>Stores a choice. If the folder is not writable, each start measures again.</summary>
    public static void Keep(string key, Precision precision)
    {
        try
        {
            var entries = Read();
            if (entries.Count >= MostEntries)
                entries.Clear();
            entries[key] = precision;
            Directory.CreateDirectory(CacheFolder.Path);
            AtomicFile.Write(File, file => JsonSerializer.Serialize(file, entries, Format.Default.DictionaryStringPrecision));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return;
        }
    }

    private static Dictionary<string, Precision> Read()
    {
        try
        {
            return new FileInfo(File) is { Exists: true, Length: <= LargestFile }
                && JsonSerializer.Deserialize(System.IO.File.ReadAllBytes(File), Format.Default.DictionaryStringPrecision) is { } entries
                    ? entries
                    : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return [];
        }
    }

    [JsonSerializable(typeof(Dictionary<string, Precision>))]
    private sealed partial class Format : JsonSerializerContext;
}
