using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Notable.AppHost.Languages;

/// <summary>
/// The language of a page: the one of the host's languages that the browser prefers. The notebook's code gets it as
/// <see cref="CultureInfo.CurrentUICulture"/>.
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
            // Without ICU only the invariant culture exists. Texts need only the language's name.
            return new NamedLanguage(code);
        }
    }

    /// <summary>The invariant culture with the name of a language.</summary>
    private sealed class NamedLanguage(string code) : CultureInfo("")
    {
        public override string Name => code;

        public override string TwoLetterISOLanguageName => code;

        public override CultureInfo Parent => InvariantCulture;
    }
}
