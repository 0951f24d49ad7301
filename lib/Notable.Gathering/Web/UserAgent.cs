using System.Net.Http.Headers;

namespace Notable.Gathering;

/// <summary>The user agent of this program. It names the program and never imitates a browser.</summary>
public static class UserAgent
{
    /// <summary>Environment variable with the contact of the person who runs the program: an e-mail or web address.</summary>
    public const string ContactVariable = "NOTABLE_CONTACT";

    /// <summary>The product name, used to match robots.txt rules.</summary>
    public const string Product = "Notable";

    /// <summary>
    /// Name, version, contact and library, according to Wikimedia's user agent policy. Without a contact it says so; some services then allow
    /// fewer requests, or refuse.
    /// </summary>
    public static string Default => Of(Environment.GetEnvironmentVariable(ContactVariable));

    /// <summary>Returns the user agent with a given contact.</summary>
    /// <param name="contact">An e-mail or web address; null for none.</param>
    public static string Of(string? contact)
    {
        var version = typeof(UserAgent).Assembly.GetName().Version!;
        var reach = string.IsNullOrWhiteSpace(contact) ? $"no contact given; {ContactVariable} sets one" : contact.Trim();
        return $"{Product}/{version.Major}.{version.Minor} ({reach}) .NET/{Environment.Version.Major}.{Environment.Version.Minor}";
    }

    /// <summary>Sets the user agent of a request.</summary>
    /// <exception cref="GatheringException">The text is not a valid user agent: it may contain a line break or an unpaired bracket.</exception>
    internal static void Set(HttpRequestHeaders headers, string userAgent)
    {
        if (!headers.UserAgent.TryParseAdd(userAgent))
            throw new GatheringException($"'{userAgent}' is not a user agent; expected a form such as '{Of("me@example.org")}'");
    }
}
