using System.Buffers;
using System.Security.Cryptography;
using Notable.Imaging;

namespace Notable.Gathering;

/// <summary>Looks at one file by itself: reads it whole, so that a cut one is found, and says what it is.</summary>
internal sealed class FileInspector(VerifyOptions options)
{
    /// <summary>Enough of a file to know a picture under a foreign name.</summary>
    private const int Head = 1 << 16;

    /// <param name="folder">The folder that <paramref name="file"/> is a path below.</param>
    /// <param name="file">The file.</param>
    /// <param name="digest">Whether to compute its SHA-256.</param>
    /// <returns>Null for a file that neither is called a picture nor is one.</returns>
    public Inspection? Inspect(string folder, string file, bool digest)
    {
        var path = Path.Combine(folder, file);
        var length = 0L;
        try
        {
            length = new FileInfo(path).Length;
            if (!PictureNames.IsPicture(file))
                return InspectForeign(path, file, length);
            if (length == 0)
                return Flagged(file, length, ProblemKind.Empty, "holds no bytes at all");
            if (length > options.Limits.MaxBytes)
                return Flagged(file, length, ProblemKind.Unreadable, $"has {length / 1e6:0.#} MB, and the limit is {options.Limits.MaxBytes / 1e6:0.#} MB");
            // A folder's files are megabytes a second: from the pool, they are no work for the garbage collector.
            using var room = MemoryPool<byte>.Shared.Rent((int)length);
            var bytes = Read(path, room.Memory[..(int)length]);
            return Look(file, bytes) with { Sha256 = digest ? Convert.ToHexStringLower(SHA256.HashData(bytes.Span)) : null };
        }
        catch (UnreadableImageException e)
        {
            return Flagged(file, length, e.IsImage ? ProblemKind.Damaged : ProblemKind.NotAnImage, e.Reason);
        }
        catch (ImagingException e)
        {
            return Flagged(file, length, ProblemKind.Unreadable, e.Reason);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Flagged(file, length, ProblemKind.Unreadable, $"cannot be opened ({e.Message})");
        }
    }

    private static ReadOnlyMemory<byte> Read(string path, Memory<byte> room)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        return room[..stream.ReadAtLeast(room.Span, room.Length, throwOnEndOfStream: false)];
    }

    private Inspection Look(string file, ReadOnlyMemory<byte> bytes)
    {
        var picture = Picture.Decode(bytes, out var info, options.Limits with { MinShortSide = PerceptualHash.NeededShortSide, ProfiledInk = false });
        var inspection = new Inspection(file, bytes.Length)
        {
            Pixels = (long)info.Width * info.Height,
            Hash = PerceptualHash.Of(picture),
        };
        inspection.Problems.AddRange(Oddities.Of(file, info, options.MinShortSide));
        return inspection;
    }

    private static Inspection? InspectForeign(string path, string file, long length)
    {
        using var stream = File.OpenRead(path);
        var head = new byte[Math.Min(length, Head)];
        stream.ReadExactly(head);
        try
        {
            var format = Picture.Identify(head).Format;
            return Flagged(file, length, ProblemKind.SuspiciousExtension,
                $"is a {format} picture whose name does not say so; give it the extension {PictureNames.ExtensionOf(format)}");
        }
        catch (ImagingException)
        {
            // neither called a picture nor one: a list, a note, a script beside the pictures
            return null;
        }
    }

    private static Inspection Flagged(string file, long length, ProblemKind kind, string reason) =>
        new(file, length) { Problems = { new Problem(kind, reason) } };
}
