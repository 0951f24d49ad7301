using System.Security.Cryptography;
using System.Text;

namespace Notable.Kernel.Protocol;

/// <summary>Signs messages with the key that kernel and front end share, and rejects messages with a wrong or repeated signature.</summary>
/// <param name="key">The key; with an empty one nothing is signed or checked.</param>
internal sealed class MessageSigner(byte[] key)
{
    /// <summary>The number of signatures remembered, as in Jupyter's own clients.</summary>
    private const int MaxRemembered = 65_536;
    private readonly HashSet<string> seen = [];
    private readonly Queue<string> order = [];

    /// <summary>Returns the lower-case hexadecimal HMAC-SHA256 of the four parts in order; empty without a key.</summary>
    public string Sign(ReadOnlySpan<byte> header, ReadOnlySpan<byte> parent, ReadOnlySpan<byte> metadata, ReadOnlySpan<byte> content)
    {
        if (key.Length == 0)
            return "";
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hash.AppendData(header);
        hash.AppendData(parent);
        hash.AppendData(metadata);
        hash.AppendData(content);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Returns whether the signature is correct and new. Not thread-safe.</summary>
    public bool Accept(
        ReadOnlySpan<byte> signature, ReadOnlySpan<byte> header, ReadOnlySpan<byte> parent, ReadOnlySpan<byte> metadata, ReadOnlySpan<byte> content)
    {
        if (key.Length == 0)
            return true;
        var right = Sign(header, parent, metadata, content);
        // In constant time, so that the duration does not reveal how much of a guess is right.
        return CryptographicOperations.FixedTimeEquals(signature, Encoding.ASCII.GetBytes(right)) && Remember(right);
    }

    private bool Remember(string signature)
    {
        if (!seen.Add(signature))
            return false;
        order.Enqueue(signature);
        if (order.Count > MaxRemembered)
            seen.Remove(order.Dequeue());
        return true;
    }
}
