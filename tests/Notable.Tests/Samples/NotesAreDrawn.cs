using System.Security.Cryptography;
using Notable.Imaging;
using Notable.Testing;

namespace Notable.Tests.Samples;

/// <summary>Notes drawn by code.</summary>
public class NotesAreDrawn
{
    [Theory]
    [InlineData(50, 1, "6abf47bf69990e7a")]
    [InlineData(50, 2, "24fe08ad7c28445c")]
    [InlineData(100, 1, "de9f69e93d328636")]
    public void A_seed_draws_the_same_pixels_on_every_machine(int denomination, int seed, string hash) =>
        Assert.Equal(hash, Hash(SampleNotes.Draw(denomination, seed)));

    [Theory]
    [InlineData(50, "9e802eac5c9f72ec")]
    [InlineData(100, "265cb169a27b9953")]
    public void The_flat_artwork_is_fixed(int denomination, string hash) =>
        Assert.Equal(hash, Hash(SampleNotes.Flat(denomination)));

    [Fact]
    public void Every_seed_draws_another_picture_of_a_size_in_range()
    {
        var drawn = Enumerable.Range(-3, 8).Select(seed => SampleNotes.Draw(100, seed)).ToArray();
        Assert.Equal(drawn.Length, drawn.Select(Hash).Distinct().Count());
        Assert.All(drawn, picture => Assert.InRange(picture.Width, 640, 800));
        Assert.All(drawn, picture => Assert.InRange(picture.Height, 480, 600));
    }

    [Theory]
    [InlineData(20)]
    [InlineData(0)]
    public void Other_denominations_are_refused(int denomination)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleNotes.Draw(denomination, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleNotes.Flat(denomination));
    }

    [Fact]
    public void A_data_set_is_two_folders_of_numbered_pictures_fixed_by_its_seed()
    {
        using var folder = new TemporaryFolder();
        SampleNotes.WriteTo(folder["one"], 3, seed: 7);
        SampleNotes.WriteTo(folder["two"], 3, seed: 7);
        string[] names = ["usd100/note-0001.jpg", "usd100/note-0002.jpg", "usd100/note-0003.jpg",
            "usd50/note-0001.jpg", "usd50/note-0002.jpg", "usd50/note-0003.jpg"];
        Assert.Equal(names, Directory.GetFiles(folder["one"], "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder["one"], path)).Order(StringComparer.Ordinal));
        Assert.All(names, name => Assert.Equal(
            File.ReadAllBytes(Path.Combine(folder["one"], name)), File.ReadAllBytes(Path.Combine(folder["two"], name))));
    }

    private static string Hash(Picture picture) => Convert.ToHexStringLower(SHA256.HashData(picture.Pixels))[..16];
}
