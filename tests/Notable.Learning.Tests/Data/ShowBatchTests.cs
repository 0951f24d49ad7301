using Notable.Display;
using Notable.Testing;

namespace Notable.Learning.Tests.Data;

public sealed class ShowBatchTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly DataLoaders dls;

    public ShowBatchTests() => dls = TestPictures.Augmented.Load(TestPictures.Write(folder.Path, 6, "usd50", "usd100"), bs: 4);

    public void Dispose() => folder.Dispose();

    private string[] Pictures(int maxN, bool unique)
    {
        var target = new RecordingTarget();
        using (DisplayTarget.Use(target))
            dls.ShowBatch(maxN, unique);
        var html = Assert.Single(target.Outputs)!["data"]!["text/html"]!.ToString();
        return [.. html.Split("<img src=\"").Skip(1).Select(part => part.Split("</figure>")[0])];
    }

    [Fact]
    public void Pictures_are_shown_with_their_classes()
    {
        var shown = Pictures(8, unique: false);
        Assert.Equal(8, shown.Length);
        Assert.All(shown, picture => Assert.Matches("usd50|usd100", picture));
        Assert.Equal(8, shown.Distinct().Count());
    }

    [Fact]
    public void No_more_pictures_are_shown_than_there_are() => Assert.Equal(dls.Train.Items.Count, Pictures(100, unique: false).Length);

    [Fact]
    public void One_picture_can_be_shown_augmented_in_many_ways()
    {
        var shown = Pictures(8, unique: true);
        Assert.Equal(8, shown.Distinct().Count());
        Assert.Single(shown.Select(picture => picture.Contains("usd100")).Distinct());
    }

    [Fact]
    public void Every_call_shows_others() => Assert.NotEqual(Pictures(4, unique: false), Pictures(4, unique: false));
}
