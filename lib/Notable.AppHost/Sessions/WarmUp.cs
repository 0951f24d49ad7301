using System.Globalization;
using Microsoft.Extensions.Logging;
using Notable.AppHost.Errors;
using Notable.Kernel.Scripting;
using Notable.Widgets;

namespace Notable.AppHost.Sessions;

/// <summary>Runs the notebook without a visitor, so that failing cells are logged at once and the first visitor need not wait.</summary>
internal static class WarmUp
{
    /// <summary>Longer than for visitors, because models are loaded here, perhaps from slow disks.</summary>
    private static readonly TimeSpan limit = TimeSpan.FromMinutes(5);

    /// <exception cref="AppHostException">The cells do not end in time.</exception>
    public static async Task RunAsync(CompiledNotebook notebook, ILogger log, CancellationToken cancellationToken)
    {
        await using var session = new NotebookSession(notebook, new NoChannel());
        try
        {
            await TimeLimitedRun.RunAsync(session, CultureInfo.InvariantCulture, limit, owner: "", () => session.RunAsync(cancellationToken)).ConfigureAwait(false);
        }
        catch (Exception late) when (late is TimeoutException or NotebookHangsException)
        {
            throw new AppHostException($"The notebook's cells did not end within {limit.TotalMinutes:0} minutes. The cells of an app only set it up; put work into handlers.", late);
        }
        if (session.Runs is [.., { EndsTheRun: true, Error: { } error } failed])
            log.WarmUpFailed(error, failed.Cell.Number);
    }
}
