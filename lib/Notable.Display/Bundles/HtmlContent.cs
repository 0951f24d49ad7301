namespace Notable.Display;

/// <summary>A fragment of HTML that is shown as it is, unescaped: for trusted markup only.</summary>
/// <param name="Markup">The fragment.</param>
public sealed record HtmlContent(string Markup) : IDisplayable
{
    /// <inheritdoc/>
    public MimeBundle ToMimeBundle() => MimeBundle.Html(Markup, Markup);

    /// <inheritdoc/>
    public override string ToString() => Markup;
}
