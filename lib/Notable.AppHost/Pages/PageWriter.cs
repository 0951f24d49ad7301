using System.Text;
using Microsoft.AspNetCore.Http;

namespace Notable.AppHost.Pages;

/// <summary>Sends a page in parts: at once when it is complete, or what is there while something slow runs.</summary>
internal sealed class PageWriter(HttpResponse response)
{
    /// <summary>Most cells take less; their page goes out in one piece.</summary>
    private static readonly TimeSpan patience = TimeSpan.FromMilliseconds(100);

    /// <summary>What is not sent yet.</summary>
    public StringBuilder Page { get; } = new(4096);

    /// <summary>Awaits <paramref name="work"/>; if it takes a while, sends what there is meanwhile.</summary>
    public async Task<T> WhileAsync<T>(Task<T> work, CancellationToken cancellationToken)
    {
        if (!work.IsCompleted && await Task.WhenAny(work, Task.Delay(patience, cancellationToken)).ConfigureAwait(false) != work)
            await EndAsync(cancellationToken).ConfigureAwait(false);
        return await work.ConfigureAwait(false);
    }

    /// <summary>Sends what is left.</summary>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        var part = Page.ToString();
        Page.Clear();
        await response.WriteAsync(part, cancellationToken).ConfigureAwait(false);
        await response.Body.FlushAsync(cancellationToken).ConfigureAwait(false);
    }
}
