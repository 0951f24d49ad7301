using Notable.Gathering;

namespace Notable.Cli.Commands;

/// <summary>The work of <c>notable gather</c>: searches, then downloads, one query after the other.</summary>
internal static class GatherRun
{
    private sealed record Line(string? File, string Outcome, string? Reason, string ImageUrl, string? PageUrl, string? License, string Provider, string Query);

    public static async Task<int> RunAsync(GatherOptions options, CancellationToken stop)
    {
        var isEmpty = false;
        foreach (var target in options.Targets)
        {
            var report = await FetchAsync(target, options, stop);
            foreach (var result in options.Json ? report.Results : report.Problems)
                Write(target, result, options.Json);
            Console.Error.WriteLine($"{target.Words}: {report.Summary}; pictures are in {target.Folder}");
            isEmpty |= report.Results.All(result => result.File is null);
        }
        return isEmpty ? ExitCode.Failed : ExitCode.Ok;
    }

    private static async Task<DownloadReport> FetchAsync(GatherTarget target, GatherOptions options, CancellationToken stop)
    {
        try
        {
            var found = await options.Source.FindAsync(options.Query with { Text = target.Words }, stop);
            return await new ImageDownloader(options.Download).DownloadAsync(found, target.Folder, stop);
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine($"notable: {Manifest.Read(target.Folder).Count} pictures are in {target.Folder}; run the same command again to continue");
            throw;
        }
    }

    private static void Write(GatherTarget target, DownloadResult result, bool json)
    {
        if (!json)
        {
            Console.Error.WriteLine($"{result.Image.ImageUrl}: {result.Reason}");
            return;
        }
        JsonLines.Write(new Line(result.File is { } file ? Path.Combine(target.Folder, file) : null, Name(result.Outcome), result.Reason, result.Image.ImageUrl.AbsoluteUri,
            result.Image.PageUrl?.AbsoluteUri, result.Image.License, result.Image.Provider, result.Image.Query));
    }

    private static string Name(DownloadOutcome outcome) => outcome switch
    {
        DownloadOutcome.AlreadyThere => "already_there",
        _ => outcome.ToString().ToLowerInvariant(),
    };
}
