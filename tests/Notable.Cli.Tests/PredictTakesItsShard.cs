using Notable.Cli.Options;
using Notable.Testing;

namespace Notable.Cli.Tests;

/// <summary>Several machines answer a part of the files each; together they answer every file once.</summary>
public sealed class PredictTakesItsShard(DrawnNotes notes)
{
    [Fact]
    public async Task The_parts_are_disjoint_and_complete()
    {
        var all = Directory.GetFiles(notes.Folder, "*.jpg", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();
        List<string> answered = [];
        foreach (var part in (string[])["0/3", "1/3", "2/3"])
        {
            var run = await Command.RunAsync("predict", Repository.Path("notebooks", "models", "bills.safetensors"), notes.Folder, "--json", "--shard", part);
            Assert.Equal(0, run.ExitCode);
            string[] files = [.. run.JsonLines.Select(line => line.GetProperty("file").GetString()!)];
            Assert.True(files.Length < all.Length, $"part {part} has all {all.Length} files");
            answered.AddRange(files);
        }
        Assert.Equal(all, answered.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_files_part_follows_from_its_path_alone()
    {
        // Fixed numbers: a newer release on one of the machines must not choose otherwise.
        Assert.Equal([3, 2, 1, 1], new[] { "photos/a.jpg", "photos/b.jpg", "photos/c.jpg", "foto/\u00e9.jpg" }.Select(PartOf));
        Assert.Equal(PartOf("photos/a.jpg"), PartOf(@".\photos\a.jpg"));

        static int PartOf(string path) => Enumerable.Range(0, 4).Single(index => new Shard(index, 4).Has(path));
    }

    [Fact]
    public void Parts_are_about_equally_large()
    {
        string[] paths = [.. Enumerable.Range(0, 8000).Select(i => $"/photos/{i}.jpg")];
        Assert.All(Enumerable.Range(0, 16), index => Assert.InRange(paths.Count(new Shard(index, 16).Has), 400, 600));
    }

    [Theory]
    [InlineData("3")]
    [InlineData("16/16")]
    [InlineData("-1/16")]
    [InlineData("0/0")]
    [InlineData("a/b")]
    public async Task Another_text_is_a_usage_error(string text)
    {
        var run = await Command.RunAsync("predict", "m.safetensors", "a.jpg", "--shard", text);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("0 to N - 1", run.Error);
    }
}
