using System.Runtime.CompilerServices;
using Microsoft.VisualBasic.FileIO;

namespace Notable.Gathering;

/// <summary>
/// Addresses from a CSV file: either with a header <c>url</c> (or <c>image_url</c>) and optionally <c>page_url</c>, <c>title</c>,
/// <c>creator</c>, <c>license</c>, <c>license_url</c>, <c>attribution</c>, or without a header and with the address first in each row. The
/// query text is only recorded. No service offers these files, so their hosts' robots.txt is respected.
/// </summary>
/// <param name="path">The file; fields are separated by commas, and quoted if they contain one.</param>
public sealed class CsvSource(string path) : IImageSource
{
    /// <inheritdoc/>
    public string Name => "csv";

    /// <inheritdoc/>
    public async IAsyncEnumerable<FoundImage> SearchAsync(ImageQuery query, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var image in Read(query).Take(query.Max))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return image;
        }
    }

    private IEnumerable<FoundImage> Read(ImageQuery query)
    {
        if (!File.Exists(path))
            throw new SearchException($"there is no file {path}");
        using var parser = new TextFieldParser(path) { TextFieldType = FieldType.Delimited, HasFieldsEnclosedInQuotes = true };
        parser.SetDelimiters(",");
        string[]? heading = null;
        for (var row = 1; Row(parser) is { } fields; row++)
        {
            if (row == 1 && WebAddress.Parse(fields[0]) is null)
            {
                heading = [.. fields.Select(field => field.ToLowerInvariant().Replace(' ', '_'))];
                if (!heading.Contains("url") && !heading.Contains("image_url"))
                    throw new SearchException($"the first row of {path} is neither an address (http or https) nor a header with 'url' or 'image_url': found {string.Join(", ", fields)}");
                continue;
            }
            string? Field(params string[] names) => names.Select(name => Array.IndexOf(heading ?? ["url"], name))
                .Where(at => at >= 0 && at < fields.Length).Select(at => fields[at]).FirstOrDefault(text => text.Length > 0);
            var address = WebAddress.Parse(Field("image_url", "url"))
                ?? throw new SearchException($"row {row} of {path} has no address (http or https): '{Field("image_url", "url")}'");
            yield return new()
            {
                ImageUrl = address, Provider = Name, Query = query.Text, IsOffered = false,
                PageUrl = WebAddress.Parse(Field("page_url")), Title = Field("title"), Creator = Field("creator", "author"),
                License = Field("license"), LicenseUrl = WebAddress.Parse(Field("license_url")), Attribution = Field("attribution"),
            };
        }
    }

    private string[]? Row(TextFieldParser parser)
    {
        try
        {
            return parser.ReadFields();
        }
        catch (MalformedLineException e)
        {
            throw new SearchException($"{path} is not a valid CSV file: line {parser.ErrorLineNumber} has an unclosed quote", e);
        }
    }
}
