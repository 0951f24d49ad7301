using System.Buffers;
using System.Security.Cryptography;
using Notable.Imaging;
using Notable.Shared;

namespace Notable.Gathering;

/// <summary>Inspects one file: reads it completely, to find truncated files, and reports what it is.</summary>
internal sealed class FileInspector(VerifyOptions options)
{
    /// <summary>Number of bytes that identify a picture under a foreign name.</summary>
    private const int Head = 1 << 16;

    /// <param name="folder">The folder that <paramref name="file"/> is relative to.</param>
    /// <param name="file">The file.</param>
    /// <param name="digest">Whether to compute its SHA-256.</param>
    /// <returns>Null for a file that is neither named like a picture nor is one.</returns>
    public InspectedFile? Inspect(string folder, string file, bool digest)
    {
        var path = Path.Combine(folder, file);
        var length = 0L;
        try
        {
            var target = LinkedFile.Of(path);
            if (!target.Exists)
                return PictureExtensions.IsPicture(file) ? Flagged(file, 0, ProblemKind.Unreadable, WhyAbsent(path, target)) : null;
            length = target.Length;
            // Files without a length are not opened: reading a named pipe or a device could block.
            if (length == 0)
                return PictureExtensions.IsPicture(file) ? Flagged(file, length, ProblemKind.Empty, "is empty, or a pipe or device instead of a file") : null;
            if (!PictureExtensions.IsPicture(file))
                return InspectForeign(path, file, length);
            if (length > options.Limits.MaxBytes)
                return Flagged(file, length, ProblemKind.Unreadable, $"is {length / 1e6:0.#} MB; the limit is {options.Limits.MaxBytes / 1e6:0.#} MB");
            // Rented from the pool: allocating megabytes per file would burden the garbage collector.
            using var room = MemoryPool<byte>.Shared.Rent((int)length);
            var bytes = Read(path, room.Memory[..(int)length]);
            return Look(file, bytes) with { IsLink = LinkedFile.IsLink(path), Sha256 = digest ? Convert.ToHexStringLower(SHA256.HashData(bytes.Span)) : null };
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

    /// <summary>Creates the thumbnail of a picture for a detailed comparison; null if it cannot be read any more.</summary>
    public ComparisonThumbnail? CreateThumbnail(string folder, string file)
    {
        try
        {
            return ComparisonThumbnail.Of(Picture.Open(Path.Combine(folder, file), options.Limits with { MinShortSide = ComparisonThumbnail.NeededShortSide, ProfiledInk = false }));
        }
        catch (Exception e) when (e is ImagingException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static ReadOnlyMemory<byte> Read(string path, Memory<byte> room)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        return room[..stream.ReadAtLeast(room.Span, room.Length, throwOnEndOfStream: false)];
    }

    private InspectedFile Look(string file, ReadOnlyMemory<byte> bytes)
    {
        var picture = Picture.Decode(bytes, out var info, options.Limits with { MinShortSide = PerceptualHash.NeededShortSide, ProfiledInk = false });
        var inspection = new InspectedFile(file, bytes.Length)
        {
            Pixels = (long)info.Width * info.Height,
            Hash = PerceptualHash.Of(picture),
        };
        inspection.Problems.AddRange(HeaderChecks.Of(file, info, options.MinShortSide));
        return inspection;
    }

    private static string WhyAbsent(string path, FileInfo target) =>
        PictureTree.HasUnknownName(new FileInfo(path)) ? $"cannot be opened: {PictureTree.NotUtf8}"
        : LinkedFile.IsLink(path) ? $"is a link to {target.FullName}, which does not exist"
        : "does not exist any more";

    private InspectedFile? InspectForeign(string path, string file, long length)
    {
        try
        {
            return NameToGive(file, Picture.Identify(ReadHead(path, Math.Min(length, Head))).Format);
        }
        // A header may be longer: EXIF, color profiles and thumbnails come before the size.
        catch (UnreadableImageException e) when (e.IsImage && length > Head && length <= options.Limits.MaxBytes)
        {
            return LookWhole();
        }
        catch (UnreadableImageException e) when (e.IsImage)
        {
            return Unnamed();
        }
        catch (ImagingException)
        {
            // Neither named like a picture nor one: a list, a note or a script beside the pictures.
            return null;
        }

        InspectedFile? LookWhole()
        {
            try
            {
                return NameToGive(file, Picture.Identify(ReadHead(path, length)).Format);
            }
            catch (ImagingException)
            {
                return Unnamed();
            }
        }

        InspectedFile NameToGive(string name, PictureFormat format) => Flagged(name, length, ProblemKind.SuspiciousExtension, PictureExtensions.IsRaw(name)
            ? "is a camera's raw file, which training does not use; convert it to JPEG"
            : $"is a {format} picture whose name does not say so; give it the extension {PictureExtensions.ExtensionOf(format)}");

        InspectedFile Unnamed() => Flagged(file, length, ProblemKind.SuspiciousExtension, "begins like a picture, but its name does not say so, and it cannot be read");
    }

    private static byte[] ReadHead(string path, long length)
    {
        using var stream = File.OpenRead(path);
        var head = new byte[length];
        return head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
    }

    private static InspectedFile Flagged(string file, long length, ProblemKind kind, string reason) =>
        new(file, length) { Problems = { new Problem(kind, reason) } };
}
