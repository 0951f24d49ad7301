namespace Notable.Gathering.Tests.Cleaning;

public sealed class ChangesAreTakenBack : Bills
{
    [Fact]
    public void Everything_returns_to_where_it_was()
    {
        var before = InData;
        var report = Changes.Apply([Delete("usd50/b.jpg"), Move("usd50/a.jpg", "usd100")]);
        Assert.Empty(Changes.Revert(report).Failed);
        Assert.Equal(before, InData);
        Assert.Empty(InTrash);
        Assert.Empty(Changes.Trashed);
    }

    [Fact]
    public void A_place_that_was_taken_meanwhile_is_not_overwritten()
    {
        var report = Changes.Apply([Delete("usd50/b.jpg")]);
        Write("usd50/b.jpg");
        Assert.Equal("usd50/b (2).jpg", Assert.Single(Changes.Revert(report).Applied).To);
        Assert.Contains("usd50/b.jpg", InData);
    }

    [Fact]
    public void A_purge_empties_the_trash_of_what_was_put_there_and_says_so()
    {
        Changes.Apply([Delete("usd50/b.jpg"), Delete("usd100/c.jpg")]);
        File.WriteAllText(Path.Combine(Changes.Trash, "usd50/mine.jpg"), "usd50/mine.jpg");
        Assert.Equal(2, Changes.Purge());
        Assert.Equal(["usd50/mine.jpg"], InTrash);
        Assert.Equal(["usd50/b.jpg", "usd100/c.jpg"], Changes.Log.Where(line => line.Action == ChangeAction.Purge).Select(line => line.From));
        Assert.Equal(0, Changes.Purge());
        Assert.Equal(2, InData.Length);
    }

    [Fact]
    public void Without_a_trash_there_is_nothing_to_purge()
    {
        Assert.Equal(0, Changes.Purge());
        Assert.False(Directory.Exists(Changes.Trash));
    }
}
