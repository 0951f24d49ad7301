using System.Buffers.Binary;

namespace Notable.Learning.Files;

/// <summary>
/// The safetensors format: header length as a little-endian unsigned 64-bit integer, header (JSON: name to element type, shape and byte
/// range), elements. Reference: the format description of huggingface/safetensors.
/// </summary>
public static class Safetensors
{
    /// <summary>Reads a file. All ranges, shapes and sizes are checked before memory is allocated.</summary>
    /// <param name="path">The file.</param>
    /// <param name="limits">Size limits; null for <see cref="WeightsFileLimits.Default"/>.</param>
    /// <returns>The tensors in the header's order, and the metadata.</returns>
    /// <exception cref="WeightsFileException">The file is missing, truncated, or violates the format.</exception>
    public static TensorFile Read(string path, WeightsFileLimits? limits = null) => OpenedFile.Read(path, limits, Read);

    /// <summary>
    /// Writes a temporary file and renames it to <paramref name="path"/>, so that readers see the old file or the complete new one.
    /// The header lists the tensors in the given order; their bytes are sorted by element size, largest first, so every tensor is aligned
    /// without gaps. The same tensors and metadata give the same bytes.
    /// </summary>
    /// <param name="path">The file; replaced if it exists.</param>
    /// <param name="tensors">The tensors.</param>
    /// <param name="metadata">Strings by key, or null.</param>
    /// <exception cref="ArgumentException">
    /// Two tensors share a name, a name is <c>__metadata__</c>, or a tensor's data does not match its shape.
    /// </exception>
    /// <exception cref="IOException">The file cannot be written; an existing one is unchanged.</exception>
    public static void Write(string path, IEnumerable<StoredTensor> tensors, IReadOnlyDictionary<string, string>? metadata = null)
        => SafetensorsWriter.Write(path, [.. tensors], metadata);

    internal static TensorFile Read(OpenedFile file)
    {
        if (file.Length < sizeof(ulong))
            throw file.Refuse($"{file.Length} bytes", "a safetensors file, which starts with 8 bytes of header length");
        var headerLength = BinaryPrimitives.ReadUInt64LittleEndian(file.Head(sizeof(ulong)));
        var most = Math.Min(file.Length - sizeof(ulong), file.Limits.MaxHeaderBytes);
        if (headerLength > (ulong)most && Look(file, headerLength) is { } look)
            throw file.Refuse(look, "a safetensors file, such as one written by 'notable train' or learn.Export");
        if (headerLength > (ulong)most)
            throw file.Refuse($"a header of {headerLength:N0} bytes",
                $"at most {most:N0} (the file has {file.Length:N0} bytes); is the download complete?");

        var dataStart = sizeof(ulong) + (long)headerLength;
        var header = SafetensorsHeader.Parse(file, file.Bytes(sizeof(ulong), (long)headerLength));
        SafetensorsRanges.Check(file, header.Entries, file.Length - dataStart);
        return new TensorFile(
            header.Entries.Select(entry => new StoredTensor(entry.Name, entry.DType, entry.Shape,
                file.Bytes(dataStart + entry.Begin, entry.End - entry.Begin))),
            header.Metadata);
    }

    // No file is that long: the number is the start of something else, usually of text.
    private static string? Look(OpenedFile file, ulong headerLength)
    {
        var head = file.Head(FileLook.HeadBytes);
        return headerLength > 1UL << 48 ? FileLook.Describe(head) : FileLook.Known(head);
    }
}
