using Microsoft.Win32.SafeHandles;

namespace Notable.Learning.Files;

/// <summary>
/// An opened weights file: the length is read once, reads are exact, and any failure inside <see cref="Read"/> becomes a
/// <see cref="WeightsFileException"/>. Bytes are copied instead of memory-mapped: truncating a mapped file would crash the process.
/// </summary>
internal sealed class OpenedFile
{
    private readonly FileStream stream;

    private OpenedFile(string path, FileStream stream, WeightsFileLimits limits)
        => (Path, this.stream, Limits, Length) = (path, stream, limits, stream.Length);

    public string Path { get; }

    public long Length { get; }

    public WeightsFileLimits Limits { get; }

    public Stream Stream => stream;

    private SafeFileHandle Handle => stream.SafeFileHandle;

    public static TensorFile Read(string path, WeightsFileLimits? limits, Func<OpenedFile, TensorFile> read)
    {
        limits ??= WeightsFileLimits.Default;
        const string expected = "a readable .safetensors or .pth file";
        if (Directory.Exists(path))
            throw new WeightsFileException(path, "a folder", expected);
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            if (!stream.CanSeek)
                throw new WeightsFileException(path, "a pipe or a device", "a regular file");
            var file = new OpenedFile(path, stream, limits);
            if (file.Length > limits.MaxFileBytes)
                throw file.Refuse($"{file.Length:N0} bytes", $"at most {limits.MaxFileBytes:N0}");
            return read(file);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new WeightsFileException(path, "no such file", expected, e);
        }
        catch (MalformedContentException e)
        {
            throw new WeightsFileException(path, e.Found, e.Expected, e);
        }
        catch (Exception e) when (
            e is IOException or UnauthorizedAccessException or InvalidDataException or NotSupportedException)
        {
            throw new WeightsFileException(path, $"an error while reading ({e.Message})", expected, e);
        }
    }

    public WeightsFileException Refuse(string found, string expected, Exception? inner = null)
        => new(Path, found, expected, inner);

    /// <summary>Returns the first bytes, at most <paramref name="count"/>.</summary>
    public byte[] Head(int count) => Bytes(0, Math.Min(count, Length));

    /// <summary>Returns exactly <paramref name="count"/> bytes; the caller has checked that they are within the file.</summary>
    public byte[] Bytes(long offset, long count)
    {
        if (count > Array.MaxLength)
            throw Refuse($"a part of {count:N0} bytes", $"at most {Array.MaxLength:N0} in one tensor");
        var bytes = GC.AllocateUninitializedArray<byte>((int)count);
        for (var done = 0; done < bytes.Length;)
        {
            var read = RandomAccess.Read(Handle, bytes.AsSpan(done), offset + done);
            if (read == 0)
                throw Refuse($"its end at byte {offset + done:N0}", $"{Length:N0} bytes, its length when it was opened");
            done += read;
        }
        return bytes;
    }
}
