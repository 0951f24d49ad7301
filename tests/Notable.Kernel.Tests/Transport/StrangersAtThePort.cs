using Notable.Testing;
using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using NetMQ;

namespace Notable.Kernel.Tests.Transport;

/// <summary>Whoever can reach a port of the kernel may send it anything. The kernel goes on serving its front ends.</summary>
public class StrangersAtThePort
{
    private static readonly byte[] greeting = [0xff, 0, 0, 0, 0, 0, 0, 0, 1, 0x7f, 3, 0, .. Padded("NULL"), .. new byte[32]];

    public static TheoryData<string> Kinds => [.. Conversations.Keys];

    private static readonly Dictionary<string, byte[][]> Conversations = new()
    {
        ["nothing"] = [],
        ["a browser"] = ["GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray()],
        ["an old protocol's message of a gigabyte and more"] = [[0xff, 0, 0, 0, 0, 0x50, 0, 0, 0, 0, 0]],
        ["an old protocol's message with a negative length"] = [[0xff, 0x80, 0, 0, 0, 0, 0, 0, 1, 0, 0]],
        ["half a greeting"] = [greeting[..11]],
        ["a greeting of version 1"] = [[.. greeting[..10], 1, 9, 0, 0], [0, 1, 65]],
        ["a greeting of version 2"] = [[.. greeting[..10], 2, 9, 0, 0], [0, 1, 65]],
        ["an unknown mechanism"] = [[.. greeting[..12], .. Padded("OTHER"), .. new byte[32]]],
        ["a message instead of the handshake"] = [greeting, [0, 5, 1, 2, 3, 4, 5]],
        ["an empty command"] = [greeting, [4, 0]],
        ["a command of one byte"] = [greeting, [4, 1, 5]],
        ["a ready without metadata"] = [greeting, Command("READY", [])],
        ["a ready with half a name"] = [greeting, Command("READY", [11, 65])],
        ["a ready that names no known socket"] = [greeting, Command("READY", Property("Socket-Type", "NONE"))],
        ["a ready with a value longer than itself"] = [greeting, Command("READY", [1, 65, 0x7f, 0xff, 0xff, 0xff])],
        ["a ready with a value of negative length"] = [greeting, Command("READY", [1, 65, 0xff, 0xff, 0xff, 0xfb])],
        ["an error"] = [greeting, Command("ERROR", [3, 65, 65, 65])],
        ["a frame of more than a gigabyte"] = [greeting, Dealer(""), [2, 0, 0, 0, 0, 0x50, 0, 0, 0, 1]],
        ["a frame of negative length"] = [greeting, Dealer(""), [2, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xf0]],
        ["an unfinished message"] = [greeting, Dealer(""), [1, 1, 65]],
        ["an identity of 300 bytes"] = [greeting, Dealer(new string('x', 300)), [0, 1, 65]],
        ["the identity of a front end"] = [greeting, Dealer("front"), [0, 1, 65]],
        ["an unknown command"] = [greeting, Dealer(""), Command("WHAT", [1, 2, 3]), [4, 0], [4, 3, 200, 1, 2]],
        ["a short ping"] = [greeting, Dealer(""), Command("PING", [1]), Command("PING", []), Command("PONG", [])],
        ["a subscription without a topic"] = [greeting, Subscriber(), [0, 0], [0, 1, 1], [0, 1, 0], [0, 1, 0], [4, 1, 9]],
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Whatever_they_say_the_kernel_goes_on(string kind)
    {
        using var transport = new TransportUnderTest();
        var file = transport.File;
        var ports = new[] { file.ShellPort, file.ControlPort, file.StdinPort, file.IOPubPort, file.HeartbeatPort };
        var front = transport.Dealer(file.ShellPort);
        Serves(front);
        foreach (var reset in new[] { false, true })
            foreach (var port in ports)
                Say(port, Conversations[kind], reset);
        Serves(front);
        Serves(transport.Dealer(file.ControlPort));
        Assert.NotNull(transport.Subscriber());
    }

    [Fact]
    public void Random_bytes_after_any_part_of_a_handshake_are_survived()
    {
        using var transport = new TransportUnderTest();
        var file = transport.File;
        var front = transport.Dealer(file.ShellPort);
        var random = new Random(17);
        var rounds = LongTests.AreOn ? 20_000 : 400;
        byte[][] handshakes = [greeting, [.. greeting, .. Dealer("")], [.. greeting, .. Subscriber()], [.. greeting, .. Dealer("x"), 0, 1, 65]];
        for (var i = 0; i < rounds; i++)
        {
            var bytes = handshakes[random.Next(handshakes.Length)].ToArray();
            // A part of it, a few bytes changed, and noise behind it.
            var part = bytes[..random.Next(bytes.Length + 1)];
            for (var change = random.Next(3); change > 0 && part.Length > 0; change--)
                part[random.Next(part.Length)] = (byte)random.Next(256);
            var noise = new byte[random.Next(40)];
            random.NextBytes(noise);
            Say(new[] { file.ShellPort, file.IOPubPort, file.HeartbeatPort }[i % 3], [[.. part, .. noise]], reset: random.Next(2) == 0, patience: 0);
        }
        Serves(front);
        Serves(transport.Dealer(file.StdinPort));
    }

    private static void Serves(NetMQSocket front)
    {
        front.SendFrame("ask");
        Assert.True(front.TryReceiveFrameString(TimeSpan.FromSeconds(20), out var answer), "no answer");
        Assert.Equal("ask", answer);
    }

    private static void Say(int port, byte[][] parts, bool reset, int patience = 20)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(IPAddress.Loopback, port);
        try
        {
            foreach (var part in parts)
            {
                socket.Send(part);
                if (patience > 0)
                    Thread.Sleep(patience);
            }
        }
        catch (SocketException)
        {
            // It has hung up, as it should on most of these.
        }
        if (reset)
            socket.LingerState = new LingerOption(true, 0);
    }

    private static byte[] Padded(string mechanism) => [.. Encoding.ASCII.GetBytes(mechanism), .. new byte[20 - mechanism.Length]];

    private static byte[] Command(string name, byte[] body)
    {
        byte[] content = [(byte)name.Length, .. Encoding.ASCII.GetBytes(name), .. body];
        if (content.Length < 256)
            return [4, (byte)content.Length, .. content];
        var length = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(length, content.Length);
        return [6, .. length, .. content];
    }

    private static byte[] Property(string name, string value)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, value.Length);
        return [(byte)name.Length, .. Encoding.ASCII.GetBytes(name), .. length, .. Encoding.ASCII.GetBytes(value)];
    }

    private static byte[] Dealer(string identity) => Command("READY", [.. Property("Socket-Type", "DEALER"), .. Property("Identity", identity)]);

    private static byte[] Subscriber() => Command("READY", Property("Socket-Type", "SUB"));
}
