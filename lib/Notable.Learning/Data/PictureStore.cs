using Notable.Learning.Acceleration;
using Notable.Display;
using Notable.Imaging;

namespace Notable.Learning;

/// <summary>A picture that could not be read.</summary>
/// <param name="Path">The file.</param>
/// <param name="Reason">A sentence that says why.</param>
public sealed record SkippedPicture(string Path, string Reason);

/// <summary>
/// The decoded pictures of a data set: every file is decoded once, on all cores, which also finds unreadable files before training
/// starts. Pictures stay in memory up to a number of bytes; the others are decoded at each use.
/// </summary>
internal sealed class PictureStore
{
    private readonly DecodeOptions decode;
    private readonly Picture?[] kept;

    private PictureStore(IReadOnlyList<string> paths, DecodeOptions decode, Picture?[] kept) =>
        (Paths, this.decode, this.kept) = (paths, decode, kept);

    /// <summary>The readable files.</summary>
    public IReadOnlyList<string> Paths { get; }

    /// <summary>The picture of <see cref="Paths"/>[<paramref name="index"/>]. Thread-safe.</summary>
    public Picture this[int index] => kept[index] ?? Picture.Open(Paths[index], decode);

    /// <summary>Total bytes of the pictures; null if not all of them are in memory.</summary>
    public long? Bytes => kept.All(picture => picture is not null) ? kept.Sum(picture => (long)picture!.Pixels.Length) : null;

    /// <summary>Decodes all files.</summary>
    /// <param name="paths">The files.</param>
    /// <param name="decode">Decoding options.</param>
    /// <param name="maxBytes">Maximum bytes of pixels to keep.</param>
    /// <param name="cancellation">Stops between two files.</param>
    /// <returns>The store of the readable files, in their order, and the unreadable files with reasons.</returns>
    public static (PictureStore Store, IReadOnlyList<SkippedPicture> Unreadable) Load(
        IReadOnlyList<string> paths, DecodeOptions decode, long maxBytes, CancellationToken cancellation)
    {
        var pictures = new Picture?[paths.Count];
        var reasons = new string?[paths.Count];
        long bytes = 0;
        var done = 0;
        using (var bar = new ProgressBar("reading pictures", paths.Count))
            ParallelPictures.Each(paths.Count, i =>
            {
                try
                {
                    var picture = Picture.Open(paths[i], decode);
                    if (Interlocked.Add(ref bytes, picture.Pixels.Length) <= maxBytes)
                        pictures[i] = picture;
                    else
                        Interlocked.Add(ref bytes, -picture.Pixels.Length);
                }
                catch (Exception error) when (error is ImagingException or IOException or UnauthorizedAccessException)
                {
                    reasons[i] = error.Message;
                }
                bar.Report(Interlocked.Increment(ref done));
            }, cancellation);
        var readable = Enumerable.Range(0, paths.Count).ToLookup(i => reasons[i] is null);
        var store = new PictureStore([.. readable[true].Select(i => paths[i])], decode, [.. readable[true].Select(i => pictures[i])]);
        return (store, [.. readable[false].Select(i => new SkippedPicture(paths[i], reasons[i]!))]);
    }
}
