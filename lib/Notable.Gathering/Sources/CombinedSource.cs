using System.Runtime.CompilerServices;
using Notable.Display;

namespace Notable.Gathering;

/// <summary>
/// Several sources as one: a picture of each in turn, none twice. A source that fails is told of on the error stream, and the others
/// go on.
/// </summary>
/// <param name="sources">At least one.</param>
public sealed class CombinedSource(params IReadOnlyList<IImageSource> sources) : IImageSource
{
    /// <inheritdoc/>
    public string Name => string.Join('+', sources.Select(source => source.Name));

    /// <inheritdoc/>
    /// <exception cref="SearchException">Nothing was found because sources failed; the message is the first one's.</exception>
    public async IAsyncEnumerable<FoundImage> SearchAsync(ImageQuery query, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var running = new Queue<IAsyncEnumerator<FoundImage>>(sources.Select(source => source.SearchAsync(query, cancellation).GetAsyncEnumerator(cancellation)));
        var seen = new HashSet<Uri>();
        List<SearchException> failures = [];
        try
        {
            while (seen.Count < query.Max && running.TryPeek(out var source))
            {
                var found = await NextAsync(source, failures).ConfigureAwait(false);
                running.Dequeue();
                if (found is null)
                {
                    await source.DisposeAsync().ConfigureAwait(false);
                    continue;
                }
                running.Enqueue(source);
                if (seen.Add(found.ImageUrl))
                    yield return found;
            }
        }
        finally
        {
            foreach (var source in running)
                await source.DisposeAsync().ConfigureAwait(false);
        }
        if (seen.Count == 0 && failures.Count > 0)
            throw failures[0];
    }

    private static async Task<FoundImage?> NextAsync(IAsyncEnumerator<FoundImage> source, List<SearchException> failures)
    {
        try
        {
            return await source.MoveNextAsync().ConfigureAwait(false) ? source.Current : null;
        }
        catch (SearchException e)
        {
            failures.Add(e);
            DisplayTarget.Current.Write(OutputStream.Error, e.Message + Environment.NewLine);
            return null;
        }
    }
}
