using Notable.Display;

namespace Notable.Gathering;

/// <summary>Downloads pictures into a folder, like fastai's <c>download_images</c>, and records the source and the result of each.</summary>
/// <param name="options">Download options; null for the defaults.</param>
public sealed class ImageDownloader(DownloadOptions? options = null)
{
    private readonly DownloadOptions options = options ?? new();

    /// <summary>Replaces the connections in tests.</summary>
    internal GuardedConnections? Connections { get; init; }

    /// <summary>
    /// Downloads pictures in parallel, with a progress bar. Only files that decode as pictures are kept, named by their content. Their origin
    /// is recorded in <c>sources.jsonl</c> beside them, and files that were not kept in <c>skipped.jsonl</c>. The next run continues one that was
    /// interrupted in any way, without losing, downloading or storing anything twice.
    /// </summary>
    /// <param name="images">The pictures to download; duplicate addresses are downloaded once.</param>
    /// <param name="folder">The target folder; created if missing.</param>
    /// <param name="cancellation">Stops the download; pictures downloaded so far stay.</param>
    /// <returns>The result for each picture, including failures of single files, which are not thrown.</returns>
    /// <exception cref="GatheringException">Another process is downloading into the folder.</exception>
    /// <exception cref="IOException">The folder is not writable.</exception>
    /// <exception cref="OperationCanceledException">The download was stopped.</exception>
    public async Task<DownloadReport> DownloadAsync(IReadOnlyList<FoundImage> images, string folder, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(images);
        var target = Directory.CreateDirectory(folder).FullName;
        using var manifest = Manifest.Open(target);
        using var fetcher = new WebFetcher(options, Connections);
        // If one file ends the whole run, as with a full disk, the others must stop too.
        using var all = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var run = new DownloadRun(options, manifest, new(target, manifest, options.Time), fetcher);
        FoundImage[] once = [.. images.DistinctBy(image => image.ImageUrl)];
        using var bar = new ProgressBar("download", once.Length);
        var (done, kept, refused, failed) = (0, 0, 0, 0);
        var work = once.Select(image => Task.Run(async () =>
        {
            var result = await run.ProcessAsync(image, all.Token).ConfigureAwait(false);
            if (result.Outcome is DownloadOutcome.Kept)
                Interlocked.Increment(ref kept);
            if (result.Outcome is DownloadOutcome.Refused)
                Interlocked.Increment(ref refused);
            if (result.Outcome is DownloadOutcome.Failed)
                Interlocked.Increment(ref failed);
            bar.Report(Interlocked.Increment(ref done), $"{Volatile.Read(ref kept)} kept, {Volatile.Read(ref refused)} refused, {Volatile.Read(ref failed)} failed");
            return result;
        }, CancellationToken.None)).ToList();
        try
        {
            await foreach (var finished in Task.WhenEach(work).ConfigureAwait(false))
                await finished.ConfigureAwait(false);
        }
        catch
        {
            await all.CancelAsync().ConfigureAwait(false);
            await ((Task)Task.WhenAll(work)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }
        return new(target, [.. work.Select(task => task.Result)]);
    }
}
