namespace Notable.Gathering;

/// <summary>Parses and builds web addresses.</summary>
internal static class WebAddress
{
    /// <summary>Returns an absolute http or https address; null for anything else.</summary>
    public static Uri? Parse(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && IsWeb(address) ? address : null;

    public static bool IsWeb(Uri address) => address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps;

    /// <summary>Adds a query to an address; parameters without a value are left out.</summary>
    public static Uri With(this Uri address, params IEnumerable<(string Name, string? Value)> parameters) => new UriBuilder(address)
    {
        Query = string.Join('&', parameters.Where(p => p.Value is not null).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}")),
    }.Uri;
}
