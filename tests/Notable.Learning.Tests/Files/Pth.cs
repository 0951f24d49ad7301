using System.IO.Compression;

namespace Notable.Learning.Tests.Files;

/// <summary>Packs pickles and storages as torch.save does.</summary>
internal static class Pth
{
    private static readonly byte[] Magic = [0x6C, 0xFC, 0x9C, 0x46, 0xF9, 0x20, 0x6A, 0xA8, 0x50, 0x19];

    /// <summary>Storage "0" of <see cref="PickleBuilder.Tensor"/>: 0, 1, 2, 3, 4, 5.</summary>
    public static byte[] SixFloats { get; } = Floats(0, 1, 2, 3, 4, 5);

    public static byte[] Floats(params float[] values) => [.. values.SelectMany(BitConverter.GetBytes)];

    public static float[] Floats(ReadOnlyMemory<byte> bytes)
        => [.. bytes.ToArray().Chunk(4).Select(four => BitConverter.ToSingle(four))];

    public static byte[] Zip(byte[] pickle)
        => Zip(("archive/data.pkl", pickle), ("archive/data/0", SixFloats), ("archive/version", "3\n"u8.ToArray()));

    public static byte[] Zip(params (string Name, byte[] Content)[] entries) => Zip(CompressionLevel.NoCompression, entries);

    public static byte[] Zip(CompressionLevel level, params (string Name, byte[] Content)[] entries)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name, level).Open();
                entry.Write(content);
            }
        return stream.ToArray();
    }

    /// <summary>The format before PyTorch 1.6, with the storages that <paramref name="storages"/> lists.</summary>
    public static byte[] Legacy(byte[] pickle, params (string Key, long Count, byte[] Data)[] storages)
    {
        var keys = new PickleBuilder().Proto().Op(']').Op('(');
        foreach (var (key, _, _) in storages)
            keys.Text(key);
        return
        [
            .. new PickleBuilder().Proto().Long(Magic).Stop(),
            .. new PickleBuilder().Proto().Long(1001).Stop(),
            .. new PickleBuilder().Proto().Op('}').Text("little_endian").Raw(0x88).Op('s').Stop(),
            .. pickle,
            .. keys.Op('e').Stop(),
            .. storages.SelectMany(storage => (byte[])[.. BitConverter.GetBytes(storage.Count), .. storage.Data]),
        ];
    }

    /// <summary>A state dict with one tensor <c>w</c>, [2, 3].</summary>
    public static byte[] Benign { get; } = PickleBuilder.StateDict(pickle => pickle.Text("w").Tensor([2, 3], [3, 1]));

    /// <summary>The same, as the older format refers to storages.</summary>
    public static byte[] BenignLegacy { get; } = Legacy(
        PickleBuilder.StateDict(pickle => pickle.Text("w").Tensor([2, 3], [3, 1], storage: p => p.LegacyStorage("0", 6))),
        ("0", 6, SixFloats));

}
