using Notable.AppHost.Sockets;

namespace Notable.AppHost.Tests;

public class BinaryHeadsAreChecked
{
    [Theory]
    [InlineData("")]
    [InlineData("000000")]
    [InlineData("00000000")]
    [InlineData("FFFFFFFF")]
    [InlineData("00000002 0000000C")]
    [InlineData("00000002 0000000C 00000000 7B7D")]
    [InlineData("00000001 7FFFFFFF 7B7D")]
    [InlineData("00000001 FFFFFFFF 7B7D")]
    [InlineData("3FFFFFFF 00000008 7B7D")]
    public void A_message_whose_parts_lie_elsewhere_is_refused(string hex)
    {
        var bytes = Convert.FromHexString(hex.Replace(" ", ""));
        Assert.Throws<PageProtocolException>(() => ClientMessage.Parse(new ReceivedFrame(IsBinary: true, bytes, FrameFate.Whole)));
    }
}
