using Notable.Testing;

namespace Notable.Learning.Tests.Data;

public sealed class DataBlockErrorTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private string Message(DataBlock block) => Assert.Throws<DataException>(() => block.Load(folder.Path, bs: 4)).Message;

    [Fact]
    public void One_class_is_too_few()
    {
        TestPictures.Write(folder.Path, 3, "usd50");
        Assert.Contains("only one class, \"usd50\", in 3 pictures", Message(TestPictures.Plain));
    }

    [Fact]
    public void One_picture_is_too_few()
    {
        TestPictures.Write(folder.Path, 1, "usd50");
        Assert.Contains("only one class, \"usd50\", in 1 picture:", Message(TestPictures.Plain));
    }

    [Fact]
    public void A_wanted_class_without_pictures_is_named()
    {
        TestPictures.Write(folder.Path, 3, "usd50", "usd100");
        var block = new DataBlock { Blocks = (new(), new() { Vocab = ["usd100", "usd50", "usd20"] }), ItemTransforms = [new Resize(16)] };
        Assert.Contains("no picture of class usd20", Message(block));
    }

    [Fact]
    public void A_class_the_vocabulary_lacks_is_named()
    {
        TestPictures.Write(folder.Path, 3, "usd50", "usd100", "usd20");
        var block = new DataBlock { Blocks = (new(), new() { Vocab = ["usd100", "usd50"] }), ItemTransforms = [new Resize(16)] };
        Assert.Contains("class usd20", Message(block));
    }

    [Fact]
    public void Unreadable_pictures_are_listed_with_their_reasons_and_the_way_out()
    {
        TestPictures.Write(folder.Path, 3, "usd50", "usd100");
        for (var i = 0; i < 12; i++)
            File.WriteAllText(folder[$"usd50/page{i:00}.jpg"], "<html>not here</html>");
        var message = Message(TestPictures.Plain);
        Assert.StartsWith("12 of 18 pictures cannot be read", message);
        Assert.Contains("page00.jpg", message);
        Assert.Contains("page09.jpg", message);
        Assert.DoesNotContain("page10.jpg", message);
        Assert.Contains("2 more", message);
        Assert.Contains("notable verify", message);
        Assert.Contains("SkipUnreadable", message);
    }

    [Fact]
    public void Unreadable_pictures_can_be_left_out_and_are_reported()
    {
        TestPictures.Write(folder.Path, 5, "usd50", "usd100");
        File.WriteAllText(folder["usd50/empty.jpg"], "");
        var block = new DataBlock { Blocks = (new() { SkipUnreadable = true }, new()), ItemTransforms = [new Resize(16)] };
        var dls = block.Load(folder.Path, bs: 4);
        var skipped = Assert.Single(dls.Skipped);
        Assert.EndsWith("empty.jpg", skipped.Path);
        Assert.Contains("empty", skipped.Reason);
        Assert.Equal(10, dls.Train.Items.Count + dls.Valid.Items.Count);
        Assert.DoesNotContain(skipped.Path, dls.Train.Items.Concat(dls.Valid.Items));
    }

    [Fact]
    public void Too_few_pictures_to_validate_with_say_the_counts()
    {
        TestPictures.Write(folder.Path, 1, "usd50", "usd100");
        Assert.Contains("2 pictures were split into 2 for training and 0 for validation", Message(TestPictures.Plain));
    }

    [Fact]
    public void A_class_that_is_only_validated_is_named()
    {
        TestPictures.Write(folder.Path, 3, "usd50", "usd100");
        var block = new DataBlock { Splitter = new FuncSplitter(path => path.Contains("usd50")), ItemTransforms = [new Resize(16)] };
        Assert.Contains("none of class usd50 is left to train with", Message(block));
    }

    [Fact]
    public void Without_a_transform_that_resizes_no_batch_can_be_made() =>
        Assert.Contains("exactly one", Message(new DataBlock { ItemTransforms = [] }));
}
