namespace Notable.Learning.Tests.Data;

public class SplittersTests
{
    private static readonly string[] items =
        ["/d/train/a/1.jpg", "/d/valid/a/2.jpg", "/d/test/a/3.jpg", "/d/train/b/4.jpg", "/d/valid/b/5.jpg"];

    [Fact]
    public void Grandparent_folders_decide_and_others_are_left_out()
    {
        var split = new GrandparentSplitter().Apply(items);
        Assert.Equal([0, 3], split.Train);
        Assert.Equal([1, 4], split.Valid);
    }

    [Fact]
    public void A_function_decides()
    {
        var split = new FuncSplitter(path => path.Contains("/b/")).Apply(items);
        Assert.Equal([0, 1, 2], split.Train);
        Assert.Equal([3, 4], split.Valid);
    }

    [Fact]
    public void Indexes_decide()
    {
        var split = new IndexSplitter(4, 0).Apply(items);
        Assert.Equal([1, 2, 3], split.Train);
        Assert.Equal([0, 4], split.Valid);
    }

    [Fact]
    public void An_index_beyond_the_items_is_named() =>
        Assert.Contains("index 9", Assert.Throws<DataException>(() => new IndexSplitter(9).Apply(items)).Message);
}
