using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Notable.Display;
using Notable.Shared;

namespace Notable.Gathering;

/// <summary>Checks a folder for files that would harm training, like fastai's <c>verify_images</c> and more.</summary>
public static class PictureVerifier
{
    /// <summary>
    /// Reads every picture of a folder and its sub-folders completely, on all processors, and compares them. Nothing is changed;
    /// <see cref="Quarantine.Take"/> moves the unfit ones.
    /// </summary>
    /// <param name="folder">
    /// The folder. Files whose names begin with a dot, and files that are neither pictures nor named like pictures, are ignored.
    /// </param>
    /// <param name="options">Options for checking; null for the defaults.</param>
    /// <param name="cancellation">Stops the check.</param>
    /// <exception cref="GatheringException">There is no such folder.</exception>
    /// <exception cref="DllNotFoundException">libvips was not found.</exception>
    /// <exception cref="OperationCanceledException">The check was stopped.</exception>
    public static VerificationReport Verify(string folder, VerifyOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new();
        var root = Path.GetFullPath(folder);
        var files = PictureFolder.FilesIn(root);
        var found = Inspect(root, files, options, cancellation);
        var groups = Duplicates.Mark(found, options.NearDuplicateBits, files => CreateThumbnails(root, files, options, cancellation));
        return new(root, found.Count,
            [.. found.Where(file => file.Problems.Count > 0).Select(file => new FlaggedFile(file.File, file.Problems))], groups);
    }

    private static ComparisonThumbnail?[] CreateThumbnails(string root, IReadOnlyList<InspectedFile> files, VerifyOptions options, CancellationToken cancellation)
    {
        var inspector = new FileInspector(options);
        var thumbnails = new ComparisonThumbnail?[files.Count];
        var workers = new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellation };
        Parallel.For(0, files.Count, workers, i => thumbnails[i] = inspector.CreateThumbnail(root, files[i].File));
        return thumbnails;
    }

    private static long LengthOf(string path)
    {
        try
        {
            return LinkedFile.Of(path) is { Exists: true } file ? file.Length : -1;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The inspection reports the reason.
            return -1;
        }
    }

    private static List<InspectedFile> Inspect(string root, IReadOnlyList<string> files, VerifyOptions options, CancellationToken cancellation)
    {
        long[] lengths = [.. files.Select(file => LengthOf(Path.Combine(root, file)))];
        // Only files of the same length can be identical; the others need no digest.
        var shared = lengths.CountBy(length => length).Where(same => same.Value > 1).Select(same => same.Key).ToHashSet();
        // Largest first: otherwise a large file at the end would keep one processor busy while the others are idle.
        var order = Enumerable.Range(0, files.Count).OrderByDescending(i => lengths[i]);
        var inspector = new FileInspector(options);
        var found = new InspectedFile?[files.Count];
        var done = 0;
        using var bar = new ProgressBar("verify", files.Count);
        try
        {
            var workers = new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellation };
            Parallel.ForEach(Partitioner.Create(order, EnumerablePartitionerOptions.NoBuffering), workers, i =>
            {
                found[i] = inspector.Inspect(root, files[i], shared.Contains(lengths[i]));
                bar.Report(Interlocked.Increment(ref done));
            });
        }
        catch (AggregateException e)
        {
            // An error thrown here, such as a missing libvips, concerns every file.
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }
        return [.. found.OfType<InspectedFile>()];
    }
}
