using System.Text;
using Microsoft.AspNetCore.Http;

namespace Notable.AppHost.Pages;

/// <summary>Sends a page in one piece if it is ready quickly, otherwise in parts while something slow runs.</summary>
internal sealed class PageWriter(HttpResponse response)
{
    /// <summary>Most cells take less time, so that their page is sent in one piece.</summary>
    private static readonly TimeSpan patience = TimeSpan.FromMilliseconds(100);

    /// <summary>The part that is not sent yet.</summary>
    public StringBuilder Page { get; } = new(4096);

    /// <summary>Awaits <paramref name="work"/>. If it takes a while, sends the part so far.</summary>
    public async Task<T> WhileAsync<T>(Task<T> work, CancellationToken cancellationToken)
    {
        if (!work.IsCompleted && await Task.WhenAny(work, Task.Delay(patience, cancellationToken)).ConfigureAwait(false) != work)
            await EndAsync(cancellationToken).ConfigureAwait(false);
        return await work.ConfigureAwait(false);
    }

    /// <summary>Sends the rest.</summary>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        var part = Page.ToString();
        Page.Clear();
        await response.WriteAsync(part, cancellationToken).ConfigureAwait(false);
        await response.Body.FlushAsync(cancellationToken).ConfigureAwait(false);
    }
}
