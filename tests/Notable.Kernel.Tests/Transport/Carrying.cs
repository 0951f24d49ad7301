using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using NetMQ;
using NetMQ.Sockets;
using Notable.Kernel.Transport;
using Notable.Kernel.Transport.Zmtp;

namespace Notable.Kernel.Tests.Transport;

/// <summary>The sockets of a kernel, as front ends meet them.</summary>
public class Carrying
{
    private static readonly TimeSpan limit = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    public void A_request_is_answered_on_the_channel_that_it_came_over(string ip)
    {
        if (ip.Contains(':') && !Socket.OSSupportsIPv6)
            Assert.Skip("this machine has no IPv6");
        using var transport = new TransportUnderTest(ip: ip);
        foreach (var (channel, port) in new[]
        {
            (KernelChannel.Shell, transport.File.ShellPort), (KernelChannel.Control, transport.File.ControlPort), (KernelChannel.Stdin, transport.File.StdinPort),
        })
        {
            var dealer = transport.Dealer(port, "front");
            dealer.SendMoreFrame("one").SendMoreFrame("").SendFrame("three");
            Assert.True(transport.Received.TryTake(out var received, limit));
            Assert.Equal(channel, received.Channel);
            Assert.Equal(["front", "one", "", "three"], received.Frames.Select(Encoding.ASCII.GetString));
            Assert.Equal(["one", "", "three"], Answer(dealer));
        }
    }

    [Fact]
    public void Fifty_megabytes_come_and_go_unchanged_beside_small_frames()
    {
        using var transport = new TransportUnderTest();
        var (dealer, listener) = (transport.Dealer(transport.File.ShellPort), transport.Subscriber());
        var large = RandomNumberGenerator.GetBytes(50_000_000);
        dealer.SendMoreFrame("head").SendMoreFrame(large).SendFrame("tail");
        Assert.True(transport.Received.TryTake(out var received, limit));
        Assert.Equal(Hash(large), Hash(received.Frames[2]));

        var message = new NetMQMessage();
        Assert.True(dealer.TryReceiveMultipartMessage(limit, ref message!));
        Assert.Equal([4, 50_000_000, 4], message!.Select(frame => frame.MessageSize));
        Assert.Equal(Hash(large), Hash(message[1].ToByteArray()));

        transport.Send(KernelChannel.IOPub, "topic"u8.ToArray(), large);
        Assert.True(listener.TryReceiveMultipartMessage(limit, ref message!));
        Assert.Equal(Hash(large), Hash(message![1].ToByteArray()));
    }

    [Fact]
    public void A_front_end_that_comes_back_under_its_name_takes_over()
    {
        using var transport = new TransportUnderTest();
        var lost = transport.Dealer(transport.File.ShellPort, "same");
        lost.SendFrame("first");
        Assert.Equal(["first"], Answer(lost));
        var back = transport.Dealer(transport.File.ShellPort, "same");
        back.SendFrame("second");
        Assert.Equal(["second"], Answer(back));
        // Also when the kernel speaks first.
        Assert.True(transport.Received.TryTake(out _, limit));
        transport.Send(KernelChannel.Shell, "same"u8.ToArray(), "unasked"u8.ToArray());
        Assert.Equal(["unasked"], Answer(back));
        Assert.False(lost.TrySkipFrame(TimeSpan.FromMilliseconds(200)));
    }

    [Fact]
    public void What_is_sent_to_somebody_who_has_gone_is_dropped()
    {
        using var transport = new TransportUnderTest();
        transport.Send(KernelChannel.Shell, "nobody"u8.ToArray(), "lost"u8.ToArray());
        var dealer = transport.Dealer(transport.File.ShellPort);
        dealer.SendFrame("still here");
        Assert.Equal(["still here"], Answer(dealer));
    }

    [Fact]
    public void Up_to_the_high_water_mark_nothing_is_lost_and_the_order_is_kept()
    {
        using var transport = new TransportUnderTest();
        var listener = transport.Subscriber();
        const int count = 60_000;
        for (var i = 0; i < count; i++)
            transport.Send(KernelChannel.IOPub, "t"u8.ToArray(), BitConverter.GetBytes(i));
        for (var i = 0; i < count; i++)
        {
            Assert.True(listener.TrySkipFrame(limit), $"after {i}");
            Assert.Equal(i, BitConverter.ToInt32(listener.ReceiveFrameBytes()));
        }
    }

    [Fact]
    public void A_front_end_that_does_not_read_neither_fills_the_memory_nor_holds_others_up()
    {
        using var transport = new TransportUnderTest();
        // It subscribes, and then reads nothing: what the system's buffers do not hold waits in the kernel.
        _ = transport.Subscriber(highWater: 1);
        var payload = new byte[100];
        for (var i = 0; i < 5 * ZmtpLimits.HighWater; i++)
            transport.Send(KernelChannel.IOPub, payload);
        var dealer = transport.Dealer(transport.File.ShellPort);
        dealer.SendFrame("served");
        Assert.Equal(["served"], Answer(dealer));
        // Each waiting message has 100 bytes and its bookkeeping; half a million of them would be some 100 MB.
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < 5 * ZmtpLimits.HighWater; i++)
            transport.Send(KernelChannel.IOPub, new byte[100]);
        dealer.SendFrame("again");
        Assert.Equal(["again"], Answer(dealer));
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 20_000_000);
    }

    [Fact]
    public void A_heartbeat_comes_back_as_it_was_sent()
    {
        using var transport = new TransportUnderTest();
        using var heart = new RequestSocket();
        heart.Connect(transport.File.Endpoint(transport.File.HeartbeatPort));
        for (var beat = 0; beat < 3; beat++)
        {
            heart.SendFrame($"ping {beat}");
            Assert.True(heart.TryReceiveFrameString(limit, out var back));
            Assert.Equal($"ping {beat}", back);
        }
    }

    [Fact]
    public void What_is_enqueued_when_the_kernel_ends_still_arrives()
    {
        using var transport = new TransportUnderTest(echo: false);
        var dealer = transport.Dealer(transport.File.ControlPort, "front");
        dealer.SendFrame("shutdown_request");
        Assert.True(transport.Received.TryTake(out _, limit));
        for (var i = 0; i < 100; i++)
            transport.Send(KernelChannel.Control, "front"u8.ToArray(), Encoding.ASCII.GetBytes($"{i}"));
        transport.End();
        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"{i}"), Enumerable.Range(0, 100).Select(_ => Answer(dealer)[0]));
        // A thread that a cell has left running may still print.
        transport.Send(KernelChannel.IOPub, "late"u8.ToArray());
    }

    [Fact]
    public void A_port_that_is_taken_is_named()
    {
        using var transport = new TransportUnderTest();
        var taken = Assert.Throws<ZmqException>(() => new ZmqTransport(transport.File));
        Assert.Contains($"Listening on tcp://127.0.0.1:{transport.File.ShellPort} failed: ", taken.Message);
    }

    [Fact]
    public void After_the_end_every_port_is_free_again()
    {
        ConnectionFile file;
        using (var transport = new TransportUnderTest())
            file = transport.File;
        foreach (var port in new[] { file.ShellPort, file.ControlPort, file.StdinPort, file.IOPubPort, file.HeartbeatPort })
            Assert.True(SpinWait.SpinUntil(() => CanListen(port), limit), $"{port}");
    }

    private static bool CanListen(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static List<string> Answer(NetMQSocket socket)
    {
        List<string> frames = [];
        Assert.True(socket.TryReceiveMultipartStrings(limit, ref frames!), "no answer in 30 s");
        return frames;
    }

    private static string Hash(byte[] bytes) => Convert.ToHexString(SHA256.HashData(bytes));
}
