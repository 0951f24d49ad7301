using System.Security.Cryptography;

namespace Notable.AppHost.Errors;

/// <summary>Creates references that link the sentence a visitor sees to the full entry in the author's log.</summary>
internal static class ErrorReference
{
    // Without letters and digits that are easily confused when read aloud.
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    /// <summary>Returns a new reference such as <c>K3F7-92QX</c>.</summary>
    public static string Next()
    {
        var text = RandomNumberGenerator.GetString(Alphabet, 8);
        return $"{text[..4]}-{text[4..]}";
    }
}
