using System.Net;
using Notable.Gathering.Tests.StandIn;

namespace Notable.Gathering.Tests.Support;

/// <summary>Downloads from the stand-in server into a fresh folder.</summary>
public abstract class Downloading : IAsyncLifetime
{
    internal StandInServer Server { get; private set; } = null!;

    internal InstantTime Time { get; } = new();

    internal TemporaryFolder Folder { get; } = new();

    /// <summary>Small limits, waits that take no time, and this computer allowed.</summary>
    internal DownloadOptions Options => new()
    {
        UserAgent = UserAgent.Of("tests@example.org"), MaxBytes = 200_000, AllowPrivateAddresses = true, Time = Time,
    };

    public async ValueTask InitializeAsync() => Server = await StandInServer.StartAsync(app => app.MapImages());

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    internal FoundImage Image(string path, string host = "127.0.0.1") => new()
    {
        ImageUrl = new UriBuilder(new Uri(Server.Address, path)) { Host = host }.Uri, Provider = "stand-in", Query = "tiles",
        PageUrl = new("https://example.org/page"), License = "by 4.0", Creator = "A. Painter",
    };

    internal Task<DownloadReport> DownloadAsync(params FoundImage[] images) => DownloadAsync(Options, images);

    internal Task<DownloadReport> DownloadAsync(DownloadOptions options, params FoundImage[] images) =>
        new ImageDownloader(options).DownloadAsync(images, Folder.Path, TestContext.Current.CancellationToken);

    internal async Task<DownloadResult> DownloadOneAsync(string path) => Assert.Single((await DownloadAsync(Image(path))).Results);

    /// <summary>The pictures in the folder, without the lists.</summary>
    internal string[] Pictures => [.. Directory.GetFiles(Folder.Path).Select(path => Path.GetFileName(path)!).Where(name => !Manifest.IsList(name) && name[0] != '.').Order(StringComparer.Ordinal)];

    /// <summary>Connections to exactly one address of this computer.</summary>
    internal static GuardedConnections Only(string address) => new(ip => ip.Equals(IPAddress.Parse(address)));
}
