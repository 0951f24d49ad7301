using System.Text;
using Notable.Kernel.Protocol;
using Notable.Kernel.Transport;

namespace Notable.Kernel.Tests.Protocol;

public class Signatures
{
    private static readonly byte[] key = "a key"u8.ToArray();

    [Fact]
    public void A_signature_is_the_one_that_other_clients_compute() =>
        // python3 -c "import hmac; print(hmac.new(b'a key', b'{}{\"a\":1}{}{}', 'sha256').hexdigest())"
        Assert.Equal("fb905743ab553f5651a01120a2ab5744d02675458337be17040de9543dba4081",
            new MessageSigner(key).Sign("{}"u8, "{\"a\":1}"u8, "{}"u8, "{}"u8));

    [Fact]
    public void What_is_written_is_read()
    {
        var read = Reader().Read(KernelChannel.Shell, Frames());
        Assert.Equal("kernel_info_request", read?.Header.Type);
        Assert.Equal("peer", Encoding.UTF8.GetString(read!.Identities.Single().Span));
        Assert.Equal([1, 2], read.Buffers.Single().ToArray());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void A_message_of_which_anything_was_changed_is_dropped(int frame)
    {
        var frames = Frames();
        frames[frame] = [.. frames[frame], (byte)' '];
        Assert.Null(Reader().Read(KernelChannel.Shell, frames));
    }

    [Fact]
    public void A_message_that_comes_again_is_dropped()
    {
        var (reader, frames) = (Reader(), Frames());
        Assert.NotNull(reader.Read(KernelChannel.Shell, frames));
        Assert.Null(reader.Read(KernelChannel.Shell, frames));
    }

    [Fact]
    public void With_another_key_nothing_is_read_and_without_one_everything()
    {
        Assert.Null(new WireFormat(new MessageSigner("another"u8.ToArray()), TimeProvider.System).Read(KernelChannel.Shell, Frames()));
        Assert.NotNull(new WireFormat(new MessageSigner([]), TimeProvider.System).Read(KernelChannel.Shell, Frames()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<IDS|MSG>")]
    [InlineData("a|<IDS|MSG>|x|{}|{}|{}|{}")]
    [InlineData("<IDS|MSG>||[]|{}|{}|{}")]
    [InlineData("<IDS|MSG>||{\"msg_id\":1,\"session\":\"s\",\"msg_type\":\"t\"}|{}|{}|{}")]
    [InlineData("<IDS|MSG>||{broken|{}|{}|{}")]
    public void What_is_no_message_is_dropped(string frames) =>
        Assert.Null(new WireFormat(new MessageSigner([]), TimeProvider.System)
            .Read(KernelChannel.Shell, [.. frames.Replace("<IDS|MSG>", "<IDS!MSG>").Split('|').Select(frame => Encoding.UTF8.GetBytes(frame.Replace('!', '|')))]));

    private static WireFormat Reader() => new(new MessageSigner(key), TimeProvider.System);

    private static List<byte[]> Frames()
    {
        var message = new OutgoingMessage("kernel_info_request", [], null) { Buffers = [new byte[] { 1, 2 }] };
        return [.. new WireFormat(new MessageSigner(key), TimeProvider.System).Write(message, ["peer"u8.ToArray()]).Select(frame => frame.ToArray())];
    }
}
