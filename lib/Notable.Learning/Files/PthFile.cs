namespace Notable.Learning.Files;

/// <summary>
/// PyTorch's own files (<c>.pth</c>, <c>.pt</c>, <c>.bin</c>) as far as they hold a state dict: a dict from names to tensors.
/// Both formats of <c>torch.save</c> are read: the zip archive (since 1.6) and the row of pickles before it. The pickle inside
/// is a program; it is never run, but read by a machine that knows tensors, dicts, lists, numbers and text, and refuses the rest.
/// </summary>
public static class PthFile
{
    /// <summary>Reads a state dict; every size in it is checked before memory is taken.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The tensors in the state dict's order, contiguous; no metadata.</returns>
    /// <exception cref="WeightsFileException">
    /// The file is missing, broken, or holds more than tensors; where it asks for a Python global, that is named.
    /// </exception>
    public static TensorFile Read(string path) => OpenedFile.Read(path, limits: null, file =>
    {
        var head = file.Head(FileLook.HeadBytes);
        return LooksLike(head) ? Read(file) : throw file.Refuse(FileLook.Describe(head), "a PyTorch state dict (.pth)");
    });

    internal static bool LooksLike(ReadOnlySpan<byte> head) => IsZip(head) || head is [0x80, >= 2 and <= 5, ..];

    internal static TensorFile Read(OpenedFile file)
        => IsZip(file.Head(4)) ? ZipCheckpoint.Read(file) : LegacyCheckpoint.Read(file);

    // An archive without entries starts with the mark of its end.
    private static bool IsZip(ReadOnlySpan<byte> head)
        => head is [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..];
}
