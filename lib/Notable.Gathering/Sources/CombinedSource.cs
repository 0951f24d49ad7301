using System.Runtime.CompilerServices;
using Notable.Display;

namespace Notable.Gathering;

/// <summary>
/// Combines several sources: takes one picture from each in turn, without duplicates. A source that fails is reported on the error stream,
/// and the others continue.
/// </summary>
/// <param name="sources">The sources, at least one.</param>
public sealed class CombinedSource(params IReadOnlyList<IImageSource> sources) : IImageSource
{
    /// <inheritdoc/>
    public string Name => string.Join('+', sources.Select(source => source.Name));

    /// <inheritdoc/>
    /// <exception cref="SearchException">Nothing was found and at least one source failed; the message is that of the first one.</exception>
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
