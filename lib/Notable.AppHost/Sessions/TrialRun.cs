using System.Globalization;
using Microsoft.Extensions.Logging;
using Notable.AppHost.Errors;
using Notable.Kernel.Scripting;
using Notable.Widgets;

namespace Notable.AppHost.Sessions;

/// <summary>A run without a visitor, so that the author hears of failing cells at once and the first visitor waits for nothing.</summary>
internal static class TrialRun
{
    /// <summary>Models are loaded here, from disks that may be slow: this is no visitor's wait.</summary>
    private static readonly TimeSpan limit = TimeSpan.FromMinutes(5);

    /// <exception cref="AppHostException">The cells do not come to an end.</exception>
    public static async Task RunAsync(CompiledNotebook notebook, ILogger log, CancellationToken cancellationToken)
    {
        await using var session = new NotebookSession(notebook, new NoChannel());
        try
        {
            await NotebookTurn.RunAsync(session, CultureInfo.InvariantCulture, limit, owner: "", () => session.RunAsync(cancellationToken)).ConfigureAwait(false);
        }
        catch (Exception late) when (late is TimeoutException or NotebookHangsException)
        {
            throw new AppHostException($"The notebook's cells did not come to an end within {limit.TotalMinutes:0} minutes. An app's cells only set it up; work belongs into handlers.", late);
        }
        if (session.Runs is [.., { EndsTheRun: true, Error: { } error } failed])
            log.TrialFailed(error, failed.Cell.Number);
    }
}
