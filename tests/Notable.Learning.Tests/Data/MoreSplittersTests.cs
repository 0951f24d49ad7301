using Notable.Testing;

namespace Notable.Learning.Tests.Data;

public sealed class MoreSplittersTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private static readonly string[] Items =
        [.. Enumerable.Range(0, 40).Select(i => $"/d/common/{i:00}.jpg"), .. Enumerable.Range(0, 5).Select(i => $"/d/rare/{i:00}.jpg"), "/d/single/0.jpg"];

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Both_halves_have_the_classes_in_the_same_shares(int seed)
    {
        var split = new TrainTestSplitter(0.2, seed).Apply(Items);
        Assert.Equal(8, split.Valid.Count(i => Items[i].Contains("common")));
        Assert.Equal(1, split.Valid.Count(i => Items[i].Contains("rare")));
        Assert.Equal(0, split.Valid.Count(i => Items[i].Contains("single")));
        Assert.Equal(Enumerable.Range(0, Items.Length), split.Train.Concat(split.Valid).Order());
        Assert.NotEqual(split.Valid, new TrainTestSplitter(0.2, seed + 10).Apply(Items).Valid);
    }

    [Fact]
    public void Seeded_splits_are_these_on_every_machine()
    {
        Assert.Equal("4 7 10 16 21 24 34 36 42", string.Join(' ', new TrainTestSplitter(0.2, 42).Apply(Items).Valid));
        Assert.Equal("2 5 9", string.Join(' ', new GroupSplitter(LastDigit, 0.2, 42).Apply(Items).Valid.Select(i => LastDigit(Items[i])).Distinct()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_group_stays_on_one_side(int seed)
    {
        var split = new GroupSplitter(LastDigit, 0.2, seed).Apply(Items);
        Assert.Empty(split.Train.Select(i => LastDigit(Items[i])).Intersect(split.Valid.Select(i => LastDigit(Items[i]))));
        Assert.InRange(split.Valid.Count, 9, 15);
    }

    [Fact]
    public void Something_is_left_to_train_with_however_large_the_share()
    {
        Assert.NotEmpty(new GroupSplitter(LastDigit, 0.99).Apply(Items).Train);
        Assert.Contains("one group", Assert.Throws<DataException>(() => new GroupSplitter(_ => "a").Apply(Items)).Message);
    }

    [Fact]
    public void A_file_names_what_validates()
    {
        File.WriteAllText(folder["valid.txt"], "common/03.jpg\r\nrare/04.jpg\n\n0.jpg\n");
        Assert.Equal([3, 44, 45], new FileSplitter(folder["valid.txt"]).Apply(Items).Valid);
        File.WriteAllText(folder["none.txt"], "ommon/03.jpg\n");
        Assert.Contains("none of which", Assert.Throws<DataException>(() => new FileSplitter(folder["none.txt"]).Apply(Items)).Message);
        Assert.Contains("missing.txt", Assert.Throws<DataException>(() => new FileSplitter(folder["missing.txt"]).Apply(Items)).Message);
    }

    // The last digit of the file's name: items of all classes share a group.
    private static string LastDigit(string item) => Path.GetFileNameWithoutExtension(item)[^1..];
}
