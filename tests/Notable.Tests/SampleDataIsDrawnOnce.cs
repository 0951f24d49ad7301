using Notable.Learning;
using Notable.Testing;

namespace Notable.Tests;

public sealed class SampleDataIsDrawnOnce : IDisposable
{
    private readonly TemporaryFolder cache = new();
    private readonly string? before = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");

    public SampleDataIsDrawnOnce() => Environment.SetEnvironmentVariable("XDG_CACHE_HOME", cache.Path);

    [Fact]
    public void Both_classes_are_there_and_are_found_again()
    {
        var folder = SampleData.Notes(perClass: 3, seed: 5);

        Assert.StartsWith(cache.Path, folder);
        var files = ImageFiles.In(folder);
        Assert.Equal(["usd100", "usd100", "usd100", "usd50", "usd50", "usd50"], files.Select(Labels.ParentFolder).Order(StringComparer.Ordinal));
        var written = File.GetLastWriteTimeUtc(files[0]);
        Assert.Equal(folder, SampleData.Notes(perClass: 3, seed: 5));
        Assert.Equal(written, File.GetLastWriteTimeUtc(files[0]));
        Assert.Equal([folder], Directory.GetDirectories(Path.GetDirectoryName(folder)!));
    }

    [Fact]
    public void What_another_seed_draws_lies_apart() =>
        Assert.NotEqual(SampleData.Notes(perClass: 1, seed: 1), SampleData.Notes(perClass: 1, seed: 2));

    [Fact]
    public void No_pictures_at_all_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleData.Notes(perClass: 0));

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("XDG_CACHE_HOME", before);
        cache.Dispose();
    }
}
