using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Notable.Imaging.Reading;

/// <summary>
/// Finds stretches of one repeated byte in a sequential JPEG's picture data, which is what a gap in a download or on a disk leaves.
/// Decoders take zeros for blocks without detail and say nothing. A drawing with much plain paper may hold such stretches too: then
/// the Huffman codes decide.
/// </summary>
internal static class JpegScan
{
    /// <summary>Whether the picture data has a gap.</summary>
    public static bool LosesPixels(ReadOnlySpan<byte> file)
    {
        if (JpegTables.Read(file) is not { } tables)
            return false;
        var data = file[tables.DataAt..];
        var end = JpegScans.NextMarker(data, 0);
        data = end < 0 ? data : data[..end];
        var gap = FirstRepeated(data);
        return gap >= 0 && !HuffmanWalk.IsSound(data, gap, tables);
    }

    /// <summary>Where 16 bytes at a multiple of 16 are the same; -1 if nowhere. FF FF is a marker's padding.</summary>
    private static int FirstRepeated(ReadOnlySpan<byte> data)
    {
        ref var first = ref MemoryMarshal.GetReference(data);
        for (var at = 0; at <= data.Length - Vector128<byte>.Count; at += Vector128<byte>.Count)
            if (Vector128.LoadUnsafe(ref first, (nuint)at) == Vector128.Create(data[at]))
                return at;
        return -1;
    }
}
