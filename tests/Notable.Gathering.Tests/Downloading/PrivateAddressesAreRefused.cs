using System.Net;
using Notable.Gathering.Tests.Support;

namespace Notable.Gathering.Tests.Downloading;

public sealed class PrivateAddressesAreRefused : Support.Downloading
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("[::1]")]
    [InlineData("2130706433")]      // 127.0.0.1 as one number
    public async Task This_computer_is_not_asked(string host)
    {
        var report = await DownloadAsync(Options with { AllowPrivateAddresses = false }, Image("img/1.jpg", host));
        Assert.Contains("not on the public Internet", Assert.Single(report.Problems).Reason);
        Assert.Empty(Server.Requests);
    }

    [Fact]
    public async Task Nor_is_it_after_a_redirect()
    {
        var report = await new ImageDownloader(Options) { Connections = Only("127.0.0.1") }
            .DownloadAsync([Image("img/inside")], Folder.Path, TestContext.Current.CancellationToken);
        Assert.Contains("127.0.0.2", Assert.Single(report.Problems).Reason);
        Assert.Equal(["/img/inside"], Server.Requests);
    }

    [Fact]
    public async Task A_name_that_leads_here_is_found_out_when_connecting()
    {
        var connections = new GuardedConnections(PublicAddresses.Contains, (_, _) => Task.FromResult(new[] { IPAddress.Loopback }));
        var report = await new ImageDownloader(Options) { Connections = connections }
            .DownloadAsync([Image("img/1.jpg", "innocent.example")], Folder.Path, TestContext.Current.CancellationToken);
        Assert.Equal(DownloadOutcome.Refused, Assert.Single(report.Results).Outcome);
        Assert.Empty(Server.Requests);
    }

    [Fact]
    public async Task What_was_checked_is_what_is_connected_to()
    {
        // The second answer would lead elsewhere: it must never be asked for.
        var asked = 0;
        var connections = new GuardedConnections(ip => ip.Equals(IPAddress.Loopback),
            (_, _) => Task.FromResult(new[] { asked++ == 0 ? IPAddress.Loopback : IPAddress.Parse("127.0.0.2") }));
        var report = await new ImageDownloader(Options) { Connections = connections }
            .DownloadAsync([Image("img/1.jpg", "rebinding.example")], Folder.Path, TestContext.Current.CancellationToken);
        Assert.Equal((1, 1), (report.Count(DownloadOutcome.Kept), asked));
    }

    [Theory]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.31.0.1", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("ff02::1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("8.8.8.8", true)]
    [InlineData("172.32.0.1", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("64:ff9b::808:808", true)]
    public void Which_addresses_are_public(string address, bool expected) =>
        Assert.Equal(expected, PublicAddresses.Contains(IPAddress.Parse(address)));

    [Fact]
    public async Task A_user_name_in_an_address_is_refused()
    {
        var image = Image("img/1.jpg") with { ImageUrl = new UriBuilder(new Uri(Server.Address, "img/1.jpg")) { UserName = "me" }.Uri };
        Assert.Contains("user name", Assert.Single((await DownloadAsync(image)).Problems).Reason);
        Assert.Empty(Server.Requests);
    }
}
