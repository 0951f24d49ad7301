using System.Runtime.CompilerServices;

namespace Notable.Gathering;

/// <summary>Pictures in a folder on this computer, such as photos from a camera. The query text is only recorded with them.</summary>
/// <param name="folder">The folder; its sub-folders are searched too.</param>
public sealed class FolderSource(string folder) : IImageSource
{
    /// <inheritdoc/>
    public string Name => "folder";

    /// <inheritdoc/>
    public async IAsyncEnumerable<FoundImage> SearchAsync(ImageQuery query, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var root = Path.GetFullPath(folder);
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var file in PictureFolder.FilesIn(root).Where(PictureExtensions.IsPicture).Take(query.Max))
        {
            cancellation.ThrowIfCancellationRequested();
            var path = Path.Combine(root, file);
            yield return new() { ImageUrl = new UriBuilder(Uri.UriSchemeFile, "") { Path = path }.Uri, Provider = Name, Query = query.Text, Title = file, LocalPath = path };
        }
    }
}
