using System.Buffers.Binary;
using System.Text;

namespace Notable.Kernel.Transport.Zmtp;

/// <summary>The handshake of ZMTP 3 (rfc.zeromq.org/spec/23) without security: a greeting, then the socket types.</summary>
internal static class ZmtpHandshake
{
    private const int GreetingBytes = 64, MechanismAt = 12;

    // Signature, version 3.0, mechanism NULL, not a server, filler.
    private static readonly byte[] greeting = [0xff, 0, 0, 0, 0, 0, 0, 0, 1, 0x7f, 3, 0, .. "NULL"u8, .. new byte[GreetingBytes - MechanismAt - 4]];

    /// <summary>Sends our greeting and socket type.</summary>
    /// <param name="send">Sends raw bytes.</param>
    /// <param name="writer">Sends commands.</param>
    /// <param name="type">Our type: ROUTER, PUB or REP.</param>
    public static void Open(Action<byte[]> send, ZmtpWriter writer, string type)
    {
        send(greeting);
        writer.WriteCommand((byte[])[5, .. "READY"u8, .. Property("Socket-Type", type), .. type == "ROUTER" ? Property("Identity", "") : []]);
        writer.Flush();
    }

    /// <summary>Reads a peer's greeting, socket type and identity.</summary>
    /// <param name="reader">The connection.</param>
    /// <param name="types">The peer socket types that match ours.</param>
    /// <returns>The identity that the peer has chosen; empty if we choose.</returns>
    /// <exception cref="InvalidDataException">The peer uses another protocol.</exception>
    public static byte[] Accept(ZmtpReader reader, string[] types)
    {
        var theirs = new byte[GreetingBytes];
        // The first bytes identify other programs, without waiting for 64.
        reader.ReadExactly(theirs.AsSpan(0, 10));
        if (theirs[0] != 0xff || theirs[9] != 0x7f)
            throw new InvalidDataException("not ZMTP");
        reader.ReadExactly(theirs.AsSpan(10));
        if (theirs[10] < 3 || !theirs.AsSpan(MechanismAt, 20).SequenceEqual(greeting.AsSpan(MechanismAt, 20)))
            throw new InvalidDataException("an older version of ZMTP, or a mechanism other than NULL");
        var (ready, _, isCommand) = reader.ReadFrame(budget: 0);
        if (!isCommand || !ready.AsSpan().StartsWith("\u0005READY"u8))
            throw new InvalidDataException("no READY");
        var properties = Properties(ready.AsSpan(6));
        if (!properties.TryGetValue("socket-type", out var type) || !types.Contains(Encoding.ASCII.GetString(type)))
            throw new InvalidDataException("a socket type that does not match");
        var identity = properties.GetValueOrDefault("identity", []);
        return identity.Length <= 255 ? identity : throw new InvalidDataException("an identity that is too long");
    }

    private static Dictionary<string, byte[]> Properties(ReadOnlySpan<byte> rest)
    {
        Dictionary<string, byte[]> found = [];
        while (rest.Length > 0)
        {
            var name = Take(ref rest, Take(ref rest, 1)[0]);
            var size = BinaryPrimitives.ReadUInt32BigEndian(Take(ref rest, 4));
            found[Encoding.ASCII.GetString(name).ToLowerInvariant()] = Take(ref rest, size).ToArray();
        }
        return found;
    }

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> rest, uint count)
    {
        if (count > rest.Length)
            throw new InvalidDataException("a property that is cut off");
        var taken = rest[..(int)count];
        rest = rest[(int)count..];
        return taken;
    }

    private static byte[] Property(string name, string value) =>
        [(byte)name.Length, .. Encoding.ASCII.GetBytes(name), 0, 0, 0, (byte)value.Length, .. Encoding.ASCII.GetBytes(value)];
}
