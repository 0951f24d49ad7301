using Microsoft.Extensions.Logging;
using Notable.AppHost.Errors;
using Notable.Kernel.Scripting;
using Notable.Widgets;

namespace Notable.AppHost.Sessions;

/// <summary>A run without a visitor, so that the author hears of failing cells at once and the first visitor waits for nothing.</summary>
internal static class TrialRun
{
    public static async Task RunAsync(CompiledNotebook notebook, ILogger log, CancellationToken cancellationToken)
    {
        await using var session = new NotebookSession(notebook, new NoChannel());
        await session.RunAsync(cancellationToken).ConfigureAwait(false);
        if (session.Runs is [.., { Error: { } error } failed])
            log.TrialFailed(error, failed.Cell.Number);
    }
}
