using System.Buffers.Binary;
using System.Text;

namespace Notable.Learning.Acceleration;

/// <summary>The versions of symbols that a 64-bit ELF library requires of other libraries (the section <c>.gnu.version_r</c>).</summary>
internal static class ElfSymbolVersions
{
    private const int HeaderSize = 64, SegmentSize = 56, EntrySize = 16;
    private const uint MaxEntries = 4096;
    private const uint LoadSegment = 1, DynamicSegment = 2;

    // From elf.h: tags of the dynamic section, and the flag that makes the loader ignore a missing version.
    private const long EndTag = 0, StringsTag = 5, RequiredTag = 0x6ffffffe, RequiredCountTag = 0x6fffffff;
    private const ushort WeakFlag = 2;

    /// <summary>
    /// Marks a required version as weak, in place, so that glibc loads the library even if the version is missing. Only safe for a version
    /// whose symbols are never called.
    /// </summary>
    /// <returns>The number of requirements that were marked; 0 if the library does not require the version.</returns>
    /// <exception cref="BadImageFormatException">The file is not a 64-bit little-endian ELF library, or it is damaged.</exception>
    public static int MarkWeak(Span<byte> file, string version)
    {
        try
        {
            return Mark(file, Encoding.ASCII.GetBytes(version + '\0'));
        }
        catch (Exception e) when (e is ArgumentOutOfRangeException or OverflowException)
        {
            throw new BadImageFormatException("The file is truncated within its ELF tables.", e);
        }
    }

    private static int Mark(Span<byte> file, ReadOnlySpan<byte> version)
    {
        if (file.Length < HeaderSize || !file.StartsWith("\u007fELF\u0002\u0001"u8))
            throw new BadImageFormatException("The file is not a 64-bit little-endian ELF library.");
        var segments = Segments(file);
        var entries = Dynamic(file, segments);
        if (!entries.TryGetValue(RequiredTag, out var required) || !entries.TryGetValue(StringsTag, out var strings))
            return 0;
        var (need, names) = (Offset(segments, required), Offset(segments, strings));
        var marked = 0;
        // One Verneed per library, each with a chain of Vernaux, one per version.
        for (var i = 0UL; i < Math.Min(entries.GetValueOrDefault(RequiredCountTag), MaxEntries); i++)
        {
            var count = BinaryPrimitives.ReadUInt16LittleEndian(file[(need + 2)..]);
            var aux = need + checked((int)BinaryPrimitives.ReadUInt32LittleEndian(file[(need + 8)..]));
            for (var j = 0; j < count; j++)
            {
                var name = names + checked((int)BinaryPrimitives.ReadUInt32LittleEndian(file[(aux + 8)..]));
                if (file[name..].StartsWith(version))
                {
                    var flags = BinaryPrimitives.ReadUInt16LittleEndian(file[(aux + 4)..]);
                    BinaryPrimitives.WriteUInt16LittleEndian(file[(aux + 4)..], (ushort)(flags | WeakFlag));
                    marked++;
                }
                aux += checked((int)BinaryPrimitives.ReadUInt32LittleEndian(file[(aux + 12)..]));
            }
            need += checked((int)BinaryPrimitives.ReadUInt32LittleEndian(file[(need + 12)..]));
        }
        return marked;
    }

    private readonly record struct Segment(uint Type, ulong Offset, ulong Address, ulong Size);

    private static Segment[] Segments(ReadOnlySpan<byte> file)
    {
        var table = checked((int)BinaryPrimitives.ReadUInt64LittleEndian(file[32..]));
        var segments = new Segment[BinaryPrimitives.ReadUInt16LittleEndian(file[56..])];
        for (var i = 0; i < segments.Length; i++)
        {
            var at = file.Slice(table + i * SegmentSize, SegmentSize);
            segments[i] = new(BinaryPrimitives.ReadUInt32LittleEndian(at), BinaryPrimitives.ReadUInt64LittleEndian(at[8..]),
                BinaryPrimitives.ReadUInt64LittleEndian(at[16..]), BinaryPrimitives.ReadUInt64LittleEndian(at[32..]));
        }
        return segments;
    }

    private static Dictionary<long, ulong> Dynamic(ReadOnlySpan<byte> file, Segment[] segments)
    {
        Dictionary<long, ulong> entries = [];
        var at = checked((int)Array.Find(segments, segment => segment.Type == DynamicSegment).Offset);
        for (var i = 0; at > 0 && i < MaxEntries; i++, at += EntrySize)
        {
            var tag = BinaryPrimitives.ReadInt64LittleEndian(file[at..]);
            if (tag == EndTag)
                break;
            entries.TryAdd(tag, BinaryPrimitives.ReadUInt64LittleEndian(file[(at + 8)..]));
        }
        return entries;
    }

    private static int Offset(Segment[] segments, ulong address)
    {
        var home = Array.Find(segments, segment => segment.Type == LoadSegment && segment.Address <= address && address - segment.Address < segment.Size);
        return home.Size > 0
            ? checked((int)(address - home.Address + home.Offset))
            : throw new BadImageFormatException("An ELF table lies outside the loaded segments.");
    }
}
