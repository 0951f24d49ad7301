namespace Notable.Learning.Files;

/// <summary>
/// Reads PyTorch files (<c>.pth</c>, <c>.pt</c>, <c>.bin</c>) that contain a state dict: a dict from names to tensors. Supports both
/// formats of <c>torch.save</c>: the zip archive (since 1.6) and the sequence of pickles before it. The pickle is not executed: it is read
/// by a parser that knows tensors, dicts, lists, numbers and text, and refuses everything else.
/// </summary>
public static class PthFile
{
    /// <summary>Reads a state dict; every size in it is checked before memory is allocated.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The tensors in the state dict's order, contiguous; without metadata.</returns>
    /// <exception cref="WeightsFileException">
    /// The file is missing, damaged, or contains more than tensors; the message names a Python global that is not supported.
    /// </exception>
    public static TensorFile Read(string path) => OpenedFile.Read(path, limits: null, file =>
    {
        var head = file.Head(FileLook.HeadBytes);
        return LooksLike(head) ? Read(file) : throw file.Refuse(FileLook.Describe(head), "a PyTorch state dict (.pth)");
    });

    internal static bool LooksLike(ReadOnlySpan<byte> head) => IsZip(head) || head is [0x80, >= 2 and <= 5, ..];

    internal static TensorFile Read(OpenedFile file)
        => IsZip(file.Head(4)) ? ZipCheckpoint.Read(file) : LegacyCheckpoint.Read(file);

    // An empty archive starts with the end-of-archive signature.
    private static bool IsZip(ReadOnlySpan<byte> head)
        => head is [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..];
}
