using System.Buffers.Binary;

namespace Notable.Learning.Files;

/// <summary>Reads a weights file; the format is detected from the content, not the name.</summary>
public static class WeightsFile
{
    /// <summary>
    /// Reads a safetensors file or a PyTorch state dict (<c>.pth</c>, <c>.pt</c>, <c>.bin</c>). Never runs code from the file.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <returns>Its tensors and metadata.</returns>
    /// <exception cref="WeightsFileException">The file is something else; the message says what it looks like.</exception>
    public static TensorFile Read(string path) => OpenedFile.Read(path, limits: null, file =>
    {
        var head = file.Head(FileLook.HeadBytes);
        return PthFile.LooksLike(head) ? PthFile.Read(file)
            : LooksLikeSafetensors(head) ? Safetensors.Read(file)
            : throw file.Refuse(FileLook.Describe(head), "a .safetensors file or a PyTorch state dict (.pth)");
    });

    // In a header within the size limit the upper bytes of the length are zero, and the header is a JSON object.
    private static bool LooksLikeSafetensors(ReadOnlySpan<byte> head)
        => head.Length > sizeof(ulong)
            && BinaryPrimitives.ReadUInt64LittleEndian(head) <= uint.MaxValue
            && head[sizeof(ulong)] == (byte)'{';
}
