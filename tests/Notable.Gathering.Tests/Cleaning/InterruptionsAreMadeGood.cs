namespace Notable.Gathering.Tests.Cleaning;

/// <summary>What a process leaves that ended, at any moment, while it applied two changes.</summary>
public sealed class InterruptionsAreMadeGood : Bills
{
    private static readonly string[] after = ["usd100/a.jpg", "usd100/b.jpg: usd50/b.jpg", "usd100/c.jpg"];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void However_many_files_had_moved_the_rest_is_finished(int moved)
    {
        Cut(linesKept: 2, moved);
        Changes.Recover();
        AssertDone();
        Assert.Empty(Changes.Recover().Applied);
    }

    [Fact]
    public void The_next_batch_finishes_the_last_one_first()
    {
        Cut(linesKept: 2, moved: 1);
        Changes.Apply([Delete("usd100/c.jpg")]);
        Assert.Equal(["usd100/a.jpg", "usd100/b.jpg: usd50/b.jpg"], InData);
        Assert.Equal(["usd100/c.jpg", "usd50/a.jpg"], InTrash);
    }

    [Fact]
    public void A_line_that_was_cut_is_not_guessed_at()
    {
        Cut(linesKept: 2, moved: 0);
        File.WriteAllText(Changes.LogPath, File.ReadAllText(Changes.LogPath)[..^10]);
        Assert.Equal("usd50/a.jpg", Assert.Single(Changes.Recover().Applied).From);
        Assert.Contains("usd50/b.jpg", InData);
    }

    [Fact]
    public void A_place_that_was_taken_meanwhile_is_not_overwritten()
    {
        Cut(linesKept: 2, moved: 0);
        Write("usd100/b.jpg");
        Changes.Recover();
        Assert.Contains("usd100/b.jpg", InData);
        Assert.Contains("usd100/b (2).jpg: usd50/b.jpg", InData);
    }

    [Fact]
    public void A_file_put_back_by_hand_later_is_left_alone()
    {
        Changes.Apply([Delete("usd50/a.jpg")]);
        File.Move(Path.Combine(Changes.Trash, "usd50/a.jpg"), Path.Combine(Data, "usd50/a.jpg"));
        Assert.Empty(Changes.Recover().Applied);
        Assert.Contains("usd50/a.jpg", InData);
    }

    [Fact]
    public void A_line_that_is_not_ours_stops_it_before_anything_moves()
    {
        Directory.CreateDirectory(Changes.Trash);
        File.WriteAllText(Changes.LogPath, "{\"action\":\"explode\"}\n");
        Assert.Contains("line 1", Assert.Throws<GatheringException>(() => Changes.Apply([Delete("usd50/a.jpg")])).Message);
        Assert.Equal(4, InData.Length);
    }

    [Fact]
    public void Two_processes_do_not_mix()
    {
        Directory.CreateDirectory(Changes.Trash);
        using (FolderLock.Take(Path.Combine(Changes.Trash, ".changes.lock"), "taken"))
            Assert.Contains("another process", Assert.Throws<GatheringException>(() => Changes.Apply([Delete("usd50/a.jpg")])).Message);
        Assert.Equal(4, InData.Length);
        Assert.Single(Changes.Apply([Delete("usd50/a.jpg")]).Applied);
    }

    /// <summary>Applies two changes, then puts things as they were when only so many lines were written and files moved.</summary>
    private void Cut(int linesKept, int moved)
    {
        var report = Changes.Apply([Delete("usd50/a.jpg"), Move("usd50/b.jpg", "usd100")]);
        File.WriteAllLines(Changes.LogPath, File.ReadAllLines(Changes.LogPath)[..linesKept]);
        foreach (var entry in report.Applied.Skip(moved))
            File.Move(Path.Combine(entry.Action == ChangeAction.Delete ? Changes.Trash : Data, entry.To!), Path.Combine(Data, entry.From!));
    }

    private void AssertDone()
    {
        Assert.Equal(after, InData);
        Assert.Equal(["usd50/a.jpg"], InTrash);
    }
}
