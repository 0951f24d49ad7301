using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Notable.Cli.Support;

/// <summary>
/// One part of a set of files, for as many machines as there are parts: each takes its own, and together they take every file once. A file's part
/// follows from its path alone, so it is the same on every machine that calls the file by the same path.
/// </summary>
/// <param name="Index">Which part, from 0.</param>
/// <param name="Count">How many parts there are.</param>
internal sealed record Shard(int Index, int Count)
{
    private const int MostParts = 100_000;

    /// <summary>Reads <c>3/16</c>; null if the text is no such thing.</summary>
    public static Shard? Read(string text) => text.Split('/') is [var index, var count]
        && int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
        && n is >= 1 and <= MostParts && i < n
        ? new(i, n)
        : null;

    /// <summary>Whether a file belongs to this part.</summary>
    public bool Has(string path)
    {
        // Separators are those of any system, and "./a" is "a".
        var name = path.Replace('\\', '/');
        while (name.StartsWith("./", StringComparison.Ordinal))
            name = name[2..];
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(name));
        return BinaryPrimitives.ReadUInt64BigEndian(hash) % (ulong)Count == (ulong)Index;
    }
}
