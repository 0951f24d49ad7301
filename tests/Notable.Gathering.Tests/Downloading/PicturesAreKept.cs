using System.Security.Cryptography;
using Notable.Gathering.Tests.Support;

namespace Notable.Gathering.Tests.Downloading;

public sealed class PicturesAreKept : Support.Downloading
{
    [Fact]
    public async Task A_picture_is_named_by_its_content()
    {
        var result = await DownloadOneAsync("img/1.jpg");
        var bytes = TestPictures.Tiles(1).ToJpeg();
        Assert.Equal((DownloadOutcome.Kept, Convert.ToHexStringLower(SHA256.HashData(bytes))[..32] + ".jpg"), (result.Outcome, result.File));
        Assert.Equal(bytes, File.ReadAllBytes(Folder[result.File!]));
        Assert.Equal(result.File, Assert.Single(Pictures));
    }

    [Fact]
    public async Task Where_it_came_from_is_written_beside_it()
    {
        await DownloadAsync(Image("img/1.jpg"));
        var entry = Assert.Single(Manifest.Read(Folder.Path));
        Assert.Equal(Pictures.Single(), entry.File);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(TestPictures.Tiles(1).ToJpeg())), entry.Sha256);
        Assert.Equal(($"{Server.Address}img/1.jpg", "https://example.org/page", "by 4.0", "A. Painter", "stand-in", "tiles"),
            (entry.ImageUrl, entry.PageUrl, entry.License, entry.Creator, entry.Provider, entry.Query));
        Assert.Equal(Time.GetUtcNow(), entry.RetrievedAt);
    }

    [Theory]
    [InlineData("img/ok.png?sig=x", ".png")]
    [InlineData("img/bytes.jpg", ".jpg")]
    [InlineData("img/text.jpg", ".jpg")]
    [InlineData("img/forced.jpg", ".jpg")]
    [InlineData("img/packed.jpg", ".jpg")]
    [InlineData("img/moved.jpg", ".jpg")]
    [InlineData("img/busy.jpg", ".jpg")]
    public async Task Kept_with_its_query_as_octets_as_text_packed_after_a_redirect_and_after_a_wait(string path, string extension) =>
        Assert.EndsWith(extension, (await DownloadOneAsync(path)).File);

    [Fact]
    public async Task A_busy_host_is_left_alone_as_long_as_it_asks()
    {
        await DownloadAsync(Image("img/busy.jpg"));
        Assert.Contains(TimeSpan.FromSeconds(2), Time.Delays);
    }

    [Fact]
    public async Task The_same_bytes_from_another_address_are_a_duplicate()
    {
        var report = await DownloadAsync(Image("img/7.jpg"), Image("img/moved.jpg"));
        Assert.Equal((1, 1), (report.Count(DownloadOutcome.Kept), report.Count(DownloadOutcome.Duplicate)));
        Assert.Single(Pictures);
        Assert.Single(Manifest.Read(Folder.Path));
    }

    [Fact]
    public async Task Local_files_are_copied_and_bad_ones_told_of()
    {
        using var photos = new TemporaryFolder();
        TestPictures.Tiles(1).Save(photos["a.jpg"]);
        File.WriteAllText(photos["b.jpg"], TestPictures.WebPage);
        var report = await DownloadAsync([.. await new FolderSource(photos.Path).AllAsync(new("photos"))]);
        Assert.Equal((1, 1), (report.Count(DownloadOutcome.Kept), report.Count(DownloadOutcome.Refused)));
        Assert.Contains("web page", Assert.Single(report.Problems).Reason);
        Assert.True(File.Exists(photos["a.jpg"]));
    }

    [Fact]
    public async Task The_program_says_who_it_is()
    {
        await DownloadAsync(Image("img/1.jpg"));
        Assert.Matches(@"^Notable/\S+ \(tests@example\.org\)", Server.Agents.Single());
    }
}
