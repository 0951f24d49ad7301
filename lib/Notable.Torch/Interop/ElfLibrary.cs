using System.Buffers.Binary;
using System.Text;

namespace Notable.Torch.Interop;

/// <summary>What a shared library of Linux asks the loader for. Read to explain a failed load; the loader itself tells only the first name.</summary>
/// <param name="Needed">The libraries it wants, by name.</param>
/// <param name="RunPath">The folders it wants them looked for in first, its own as <c>$ORIGIN</c> already put in.</param>
internal sealed record ElfLibrary(IReadOnlyList<string> Needed, IReadOnlyList<string> RunPath)
{
    private const int HeaderSize = 64, SegmentSize = 56, EntrySize = 16, LoadSegment = 1, DynamicSegment = 2, MaxSegments = 64, MaxEntries = 1000;

    // From elf.h: what an entry of the dynamic section means.
    private const long EndTag = 0, NeededTag = 1, StringsTag = 5, RPathTag = 15, RunPathTag = 29;

    private sealed record Segment(uint Type, ulong Offset, ulong Address, ulong Size);

    /// <summary>Reads it; null where the file is no 64-bit library of this byte order, or damaged.</summary>
    public static ElfLibrary? TryRead(string path)
    {
        try
        {
            return Read(File.ReadAllBytes(path), Path.GetDirectoryName(Path.GetFullPath(path))!);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or OverflowException)
        {
            return null;
        }
    }

    private static ElfLibrary? Read(ReadOnlySpan<byte> file, string folder)
    {
        if (file.Length < HeaderSize || !file.StartsWith("\u007fELF\u0002\u0001"u8)) return null;
        List<Segment> segments = [];
        var table = checked((int)BinaryPrimitives.ReadUInt64LittleEndian(file[32..]));
        for (var i = 0; i < Math.Min(MaxSegments, (int)BinaryPrimitives.ReadUInt16LittleEndian(file[56..])); i++)
        {
            var at = file.Slice(table + i * SegmentSize, SegmentSize);
            segments.Add(new(BinaryPrimitives.ReadUInt32LittleEndian(at), BinaryPrimitives.ReadUInt64LittleEndian(at[8..]),
                BinaryPrimitives.ReadUInt64LittleEndian(at[16..]), BinaryPrimitives.ReadUInt64LittleEndian(at[32..])));
        }
        if (segments.Find(s => s.Type == DynamicSegment) is not { } dynamic) return null;

        List<(long Tag, ulong Value)> entries = [];
        for (var at = checked((int)dynamic.Offset); entries.Count < MaxEntries; at += EntrySize)
        {
            var tag = BinaryPrimitives.ReadInt64LittleEndian(file[at..]);
            if (tag == EndTag) break;
            entries.Add((tag, BinaryPrimitives.ReadUInt64LittleEndian(file[(at + 8)..])));
        }
        var address = entries.Find(e => e.Tag == StringsTag).Value;
        if (segments.Find(s => s.Type == LoadSegment && s.Address <= address && address - s.Address < s.Size) is not { } home) return null;
        var strings = file[checked((int)(address - home.Address + home.Offset))..];

        List<string> needed = [], runPath = [];
        foreach (var (tag, value) in entries)
        {
            if (tag is not (NeededTag or RPathTag or RunPathTag)) continue;
            var text = strings[checked((int)value)..];
            var word = Encoding.UTF8.GetString(text[..Math.Max(0, text.IndexOf((byte)0))]);
            if (tag == NeededTag) needed.Add(word);
            else runPath.AddRange(word.Split(':', StringSplitOptions.RemoveEmptyEntries).Select(f => f.Replace("$ORIGIN", folder, StringComparison.Ordinal)));
        }
        return new(needed, runPath);
    }
}
