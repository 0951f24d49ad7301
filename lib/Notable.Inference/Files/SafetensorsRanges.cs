namespace Notable.Learning.Files;

/// <summary>Checks that the byte ranges of a safetensors header fit their shapes and cover the data once, without gaps.</summary>
internal static class SafetensorsRanges
{
    public static void Check(OpenedFile file, IReadOnlyList<SafetensorsEntry> entries, long dataLength)
    {
        foreach (var entry in entries)
            CheckEntry(file, entry, dataLength);

        var covered = 0L;
        foreach (var entry in entries.OrderBy(entry => entry.Begin).ThenBy(entry => entry.End))
        {
            if (entry.Begin != covered)
                throw file.Refuse(
                    $"tensor {UntrustedText.Quote(entry.Name)} from byte {entry.Begin:N0} where the one before ends at {covered:N0}",
                    "tensors without overlaps or gaps");
            covered = entry.End;
        }
        if (covered != dataLength)
            throw file.Refuse($"{dataLength:N0} bytes of data", $"{covered:N0}, the end of the last tensor");
    }

    private static void CheckEntry(OpenedFile file, SafetensorsEntry entry, long dataLength)
    {
        var name = UntrustedText.Quote(entry.Name);
        if (!ElementTypes.TrySize(entry.DType, out var size))
            throw file.Refuse($"the element type {UntrustedText.Quote(entry.DType)} of tensor {name}", $"one of {ElementTypes.All}");
        if (entry.Begin > entry.End || entry.End > dataLength)
            throw file.Refuse($"tensor {name} at bytes {entry.Begin:N0} to {entry.End:N0}",
                $"a range within the {dataLength:N0} bytes of data; is the download complete?");
        if (ElementTypes.ByteCount(entry.Shape, size) is not { } bytes || bytes != entry.End - entry.Begin)
            throw file.Refuse($"{entry.End - entry.Begin:N0} bytes for tensor {name}",
                $"those of {entry.DType} {UntrustedText.Shape(entry.Shape)}");
        if (entry.Begin % size != 0)
            throw file.Refuse($"tensor {name} at byte {entry.Begin:N0}",
                $"a multiple of {size}, the bytes of one {entry.DType}; save the file again with the safetensors library");
    }
}
