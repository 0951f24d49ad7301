using Notable.Display;

namespace Notable.Gathering;

/// <summary>Downloads pictures into a folder, like fastai's <c>download_images</c>, and records the source and the result of each.</summary>
/// <param name="options">Download options; null for the defaults.</param>
public sealed class ImageDownloader(DownloadOptions? options = null)
{
    private readonly DownloadOptions options = options ?? new();

    /// <summary>Replaces the connections, for tests.</summary>
    internal GuardedConnections? Connections { get; init; }

    /// <summary>
    /// Fetches pictures, several at once, with a progress bar. Only what decodes as a picture is kept, named by its content; where each
    /// came from is in <c>sources.jsonl</c> beside them, and what was not kept in <c>skipped.jsonl</c>. A run that was ended in any way,
    /// also by force, is taken up by the next one: nothing is lost, fetched twice or kept twice.
    /// </summary>
    /// <param name="images">What to fetch; an address that comes twice is fetched once.</param>
    /// <param name="folder">Where to; made where it is missing.</param>
    /// <param name="cancellation">Ends it; what was fetched until then stays.</param>
    /// <returns>What became of each: failures of single files are in it and not thrown.</returns>
    /// <exception cref="GatheringException">Another process fetches into the folder.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public async Task<DownloadReport> DownloadAsync(IReadOnlyList<FoundImage> images, string folder, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(images);
        var target = Directory.CreateDirectory(folder).FullName;
        using var manifest = Manifest.Open(target);
        using var fetcher = new WebFetcher(options, Connections);
        // When one file ends the whole run, as a full disk does, the others must not go on behind it.
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
