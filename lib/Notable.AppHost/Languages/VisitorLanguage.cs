using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Notable.AppHost.Languages;

/// <summary>
/// The language of a page: of those that the host speaks, the one that the browser likes best. Code of the notebook that runs
/// for the visitor finds it in <see cref="CultureInfo.CurrentUICulture"/>.
/// </summary>
internal sealed class VisitorLanguage
{
    private VisitorLanguage(Texts texts) => (Texts, Culture) = (texts, CultureOf(texts.Code));

    private static readonly VisitorLanguage[] all = [.. Texts.All.Select(texts => new VisitorLanguage(texts))];

    public Texts Texts { get; }

    public CultureInfo Culture { get; }

    public static VisitorLanguage Of(HttpRequest request)
    {
        var liked = from one in request.GetTypedHeaders().AcceptLanguage
                    where one.Quality is not 0
                    orderby one.Quality ?? 1 descending
                    let code = one.Value.Value?.Split('-')[0]
                    let found = all.FirstOrDefault(language => string.Equals(language.Texts.Code, code, StringComparison.OrdinalIgnoreCase))
                    where found is not null
                    select found;
        return liked.FirstOrDefault() ?? all[0];
    }

    private static CultureInfo CultureOf(string code)
    {
        try
        {
            return new CultureInfo(code);
        }
        catch (CultureNotFoundException)
        {
            // A program that knows the invariant culture alone: the notebook speaks English then.
            return CultureInfo.InvariantCulture;
        }
    }
}
