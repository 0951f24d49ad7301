using System.Security.Cryptography;

namespace Notable.AppHost.Errors;

/// <summary>What joins the one sentence a visitor sees to the full entry in the author's log.</summary>
internal static class ErrorReference
{
    // Without letters and digits that are mistaken for one another when read out.
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    /// <summary>A new reference as <c>K3F7-92QX</c>.</summary>
    public static string Next()
    {
        var text = RandomNumberGenerator.GetString(Alphabet, 8);
        return $"{text[..4]}-{text[4..]}";
    }
}
