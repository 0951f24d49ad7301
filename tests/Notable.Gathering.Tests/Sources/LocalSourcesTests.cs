using Notable.Gathering.Tests.Support;

namespace Notable.Gathering.Tests.Sources;

public sealed class LocalSourcesTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_folders_pictures_are_found_in_order()
    {
        Directory.CreateDirectory(folder["b"]);
        foreach (var name in (string[])["b/2.jpg", "1.png", "notes.txt"])
            File.WriteAllBytes(folder[name], [1]);
        var found = await new FolderSource(folder.Path).AllAsync(new("bills"));
        Assert.Equal(["1.png", "b/2.jpg"], found.Select(image => image.Title));
    }

    [Fact]
    public async Task A_csv_with_a_heading_tells_more_than_addresses()
    {
        var image = Assert.Single(await Csv("Title,URL,License,page_url\n\"One, two\",https://example.org/1.jpg?a=b,by,https://example.org/1\n"));
        Assert.Equal(("https://example.org/1.jpg?a=b", "One, two", "by"), (image.ImageUrl.AbsoluteUri, image.Title, image.License));
        Assert.Equal("https://example.org/1", image.PageUrl!.AbsoluteUri);
    }

    [Fact]
    public async Task A_csv_of_bare_addresses_will_do() =>
        Assert.Equal(2, (await Csv("https://example.org/1.jpg\nhttp://example.org/2.jpg\n")).Count);

    [Theory]
    [InlineData("url\nfile:///etc/passwd\n", "row 2")]
    [InlineData("url\nnot an address\n", "row 2")]
    [InlineData("name,color\na,b\n", "header")]
    [InlineData("url\n\"https://example.org/1.jpg\n", "line 2")]
    public async Task A_wrong_row_is_named(string text, string place) =>
        Assert.Contains(place, (await Assert.ThrowsAsync<SearchException>(() => Csv(text))).Message);

    [Fact]
    public async Task One_failing_source_does_not_stop_the_others()
    {
        File.WriteAllBytes(folder["1.png"], [1]);
        var both = new CombinedSource(new CsvSource(folder["absent.csv"]), new FolderSource(folder.Path));
        Assert.Single(await both.AllAsync(new("bills")));
    }

    [Fact]
    public async Task All_failing_sources_are_a_failure() =>
        Assert.Contains("absent.csv", (await new CombinedSource(new CsvSource(folder["absent.csv"])).FailureAsync("bills")).Message);

    [Fact]
    public async Task Sources_take_turns_and_no_address_comes_twice()
    {
        File.WriteAllText(folder["a.csv"], "https://example.org/1.jpg\nhttps://example.org/2.jpg\nhttps://example.org/3.jpg\n");
        File.WriteAllText(folder["b.csv"], "https://example.org/2.jpg\nhttps://example.org/4.jpg\n");
        var found = await new CombinedSource(new CsvSource(folder["a.csv"]), new CsvSource(folder["b.csv"])).AllAsync(new("bills") { Max = 4 });
        Assert.Equal(["/1.jpg", "/2.jpg", "/4.jpg", "/3.jpg"], found.Select(image => image.ImageUrl.AbsolutePath));
    }

    [Theory]
    [InlineData("openverse", typeof(OpenverseSource))]
    [InlineData("commons", typeof(CommonsSource))]
    [InlineData("brave", typeof(BraveSource))]
    [InlineData("bing", typeof(BingSource))]
    public void Services_are_found_by_name(string name, Type type) => Assert.IsType(type, ImageSources.Find(name));

    [Fact]
    public void An_unknown_name_is_told_with_those_known() =>
        Assert.Contains("openverse, commons", Assert.Throws<SearchException>(() => ImageSources.Find("gogle")).Message);

    private Task<List<FoundImage>> Csv(string text)
    {
        File.WriteAllText(folder["list.csv"], text);
        return new CsvSource(folder["list.csv"]).AllAsync(new("bills"));
    }
}
