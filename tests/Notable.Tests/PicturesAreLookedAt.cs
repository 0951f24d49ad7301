using Notable.Display;
using Notable.Imaging;
using Notable.Testing;

namespace Notable.Tests;

public class PicturesAreLookedAt
{
    private static readonly float[,] leftToRight = { { -1, 0, 1 }, { -2, 0, 2 }, { -1, 0, 1 } };

    [Fact]
    public void A_gallery_shows_files_from_the_whole_list_under_their_names()
    {
        using var folder = new TemporaryFolder();
        SampleNotes.WriteTo(folder.Path, perClass: 4);
        string[] files = [.. Directory.GetFiles(folder["usd100"]).Order(StringComparer.Ordinal), .. Directory.GetFiles(folder["usd50"]).Order(StringComparer.Ordinal)];
        Assert.Equal("four\n   1. usd100/note-0001.jpg\n   2. usd100/note-0003.jpg\n   3. usd50/note-0001.jpg\n   4. usd50/note-0003.jpg", Gallery.Of(files, maxN: 4, title: "four").ToString());
    }

    [Fact]
    public void A_file_that_is_no_picture_is_named_all_the_same()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["a.jpg"], "no picture");
        Assert.Contains("/a.jpg", Gallery.Of([folder["a.jpg"]]).ToMimeBundle().PlainText);
    }

    [Fact]
    public void A_kernel_answers_where_light_changes_in_its_direction()
    {
        // black on the left, gray on the right
        var half = new Picture(8, 6, [.. Enumerable.Range(0, 8 * 6 * 3).Select(i => (byte)(i / 3 % 8 < 4 ? 0 : 50))]);

        var across = Convolution.Apply(half, leftToRight);
        Assert.Equal((6, 4), (across.Width, across.Height));
        Assert.Equal([0, 0, 200, 200, 0, 0], across.Pixels.ToArray().Where((_, i) => i % 3 == 0).Take(6));

        var down = Convolution.Apply(half, new float[,] { { -1, -2, -1 }, { 0, 0, 0 }, { 1, 2, 1 } });
        Assert.All(down.Pixels.ToArray(), level => Assert.Equal(0, level));
    }

    [Fact]
    public void A_kernel_larger_than_the_picture_is_refused() =>
        Assert.Contains("3 x 3", Assert.Throws<ArgumentException>(() => Convolution.Apply(new Picture(2, 2, new byte[12]), leftToRight)).Message);
}
