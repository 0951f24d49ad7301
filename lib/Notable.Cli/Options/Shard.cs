using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Notable.Cli.Options;

/// <summary>
/// A part of a set of files, to divide work among machines: each file is in exactly one part. The part depends only on the file's
/// path, so machines that use the same paths agree on it.
/// </summary>
/// <param name="Index">The index of the part, from 0.</param>
/// <param name="Count">The number of parts.</param>
internal sealed record Shard(int Index, int Count)
{
    private const int MostParts = 100_000;

    /// <summary>Reads <c>3/16</c>; returns null if the text has another form.</summary>
    public static Shard? Read(string text) => text.Split('/') is [var index, var count]
        && int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
        && n is >= 1 and <= MostParts && i < n
        ? new(i, n)
        : null;

    /// <summary>Returns whether a file belongs to this part.</summary>
    public bool Has(string path)
    {
        // Accepts the separators of any system, and treats "./a" as "a".
        var name = path.Replace('\\', '/');
        while (name.StartsWith("./", StringComparison.Ordinal))
            name = name[2..];
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(name));
        return BinaryPrimitives.ReadUInt64BigEndian(hash) % (ulong)Count == (ulong)Index;
    }
}
