using System.IO.Compression;
using Notable.Learning.Files.Pickling;

namespace Notable.Learning.Files;

/// <summary>
/// <c>torch.save</c>'s format since PyTorch 1.6: a zip archive of uncompressed entries, <c>NAME/data.pkl</c> with the state dict and
/// <c>NAME/data/KEY</c> with each storage's elements.
/// </summary>
internal sealed class ZipCheckpoint
{
    private const string PickleName = "data.pkl";
    private const int MaxPickleBytes = 16 << 20;

    private readonly OpenedFile file;
    private readonly Dictionary<string, ZipArchiveEntry> entries;
    private long budget;

    private ZipCheckpoint(OpenedFile file, ZipArchive archive)
    {
        this.file = file;
        budget = file.Length;
        entries = [];
        foreach (var entry in archive.Entries)
            if (!entries.TryAdd(entry.FullName, entry))
                throw file.Refuse($"a zip archive with two entries {UntrustedText.Quote(entry.FullName)}", "each name once");
    }

    public static TensorFile Read(OpenedFile file)
    {
        using var archive = new ZipArchive(file.Stream, ZipArchiveMode.Read, leaveOpen: true);
        return new ZipCheckpoint(file, archive).Read();
    }

    private TensorFile Read()
    {
        var folder = Folder();
        if (entries.TryGetValue($"{folder}byteorder", out var order) && !Bytes(order).AsSpan().SequenceEqual("little"u8))
            throw file.Refuse("elements in another byte order than little-endian", "a file saved on a little-endian machine");

        var pickle = entries[folder + PickleName];
        if (pickle.Length > MaxPickleBytes)
            throw file.Refuse($"a {PickleName} of {pickle.Length:N0} bytes", $"at most {MaxPickleBytes:N0}");
        var root = new Unpickler(Bytes(pickle)).Load();
        var storages = StateDict.Storages(file, root).ToDictionary(pair => pair.Key, pair => Storage(folder, pair.Value));
        return StateDict.Build(file, root, storages);
    }

    /// <summary>Returns the folder in the archive that contains <c>data.pkl</c> and all other entries of a checkpoint.</summary>
    private string Folder()
    {
        string[] pickles = [.. entries.Keys.Where(name => name.EndsWith($"/{PickleName}", StringComparison.Ordinal))];
        if (pickles is not [var pickle])
            throw file.Refuse(
                entries.Keys.Any(name => name.EndsWith(".npy", StringComparison.Ordinal))
                    ? "a NumPy archive (.npz)"
                    : $"a zip archive of {entries.Count} entries, {pickles.Length} of them named {PickleName}",
                $"a PyTorch state dict, which has one entry {PickleName}");
        var folder = pickle[..^PickleName.Length];
        return entries.ContainsKey($"{folder}constants.pkl")
            ? throw file.Refuse("a TorchScript program", "a state dict (in Python: torch.save(model.state_dict(), path))")
            : folder;
    }

    private byte[] Storage(string folder, PickledStorage storage)
    {
        var name = $"{folder}data/{storage.Key}";
        if (!entries.TryGetValue(name, out var entry))
            throw file.Refuse($"no entry {UntrustedText.Quote(name)}", "the storage of a tensor");
        var expected = StateDict.ByteCount(file, storage);
        return entry.Length == expected
            ? Bytes(entry)
            : throw file.Refuse($"{entry.Length:N0} bytes in {UntrustedText.Quote(name)}",
                $"{expected:N0}, {storage.Count:N0} elements of {storage.DType}");
    }

    /// <summary>Reads an entry. torch.save does not compress, so all entries together are never larger than the file.</summary>
    private byte[] Bytes(ZipArchiveEntry entry)
    {
        if (entry.IsEncrypted || entry.CompressedLength != entry.Length)
            throw file.Refuse($"the compressed entry {UntrustedText.Quote(entry.FullName)}",
                "stored ones, as torch.save writes (unpack the archive and pack it without compression)");
        budget -= entry.Length;
        if (entry.Length > Array.MaxLength || budget < 0)
            throw file.Refuse($"entries with more bytes than the file's {file.Length:N0}, or one that is too large",
                "entries that do not overlap");
        var bytes = GC.AllocateUninitializedArray<byte>((int)entry.Length);
        using var stream = entry.Open();
        stream.ReadExactly(bytes);
        return bytes;
    }
}
