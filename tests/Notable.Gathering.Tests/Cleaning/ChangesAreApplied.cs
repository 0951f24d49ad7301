namespace Notable.Gathering.Tests.Cleaning;

public sealed class ChangesAreApplied : Bills
{
    [Fact]
    public void Deleted_pictures_lie_in_the_trash_beside_the_data_set_and_the_log_tells_of_them()
    {
        var report = Changes.Apply([Delete("usd50/b.jpg")]);

        Assert.Empty(report.Failed);
        Assert.Equal(Data + ".trash", Changes.Trash);
        Assert.Equal(["usd50/b.jpg"], InTrash);
        Assert.Equal(["usd100/a.jpg", "usd100/c.jpg", "usd50/a.jpg"], InData);
        Assert.Equal(["usd50/b.jpg"], Changes.Trashed);
        Assert.Equal([(ChangeAction.Delete, "usd50/b.jpg", "usd50/b.jpg"), (ChangeAction.Done, null, null)], Changes.Log.Select(line => (line.Action, line.From, line.To)));
        Assert.Equal(["usd50/b.jpg moved to the trash", "changes applied"], Changes.Log.Select(line => line.Describe()));
        Assert.Contains("\"action\":\"delete\",\"from\":\"usd50/b.jpg\"", File.ReadAllLines(Changes.LogPath)[0]);
    }

    [Fact]
    public void Moved_pictures_lie_with_their_new_class()
    {
        Changes.Apply([Move("usd50/b.jpg", "usd100"), Move("usd100/c.jpg", "usd20")]);
        Assert.Equal(["usd100/a.jpg", "usd100/b.jpg: usd50/b.jpg", "usd20/c.jpg: usd100/c.jpg", "usd50/a.jpg"], InData);
        Assert.Empty(InTrash);
        Assert.Equal("usd50/b.jpg moved to usd100/b.jpg", Changes.Log[0].Describe());
    }

    [Fact]
    public void Below_a_split_a_picture_stays_in_its_split()
    {
        Write("train/usd50/x.jpg");
        Changes.Apply([Move("train/usd50/x.jpg", "usd100")]);
        Assert.Contains("train/usd100/x.jpg: train/usd50/x.jpg", InData);
    }

    [Fact]
    public void Names_that_are_taken_get_a_number_and_nothing_is_overwritten()
    {
        Changes.Apply([Delete("usd50/b.jpg")]);
        Write("usd50/b.jpg");
        Changes.Apply([Delete("usd50/b.jpg"), Move("usd50/a.jpg", "usd100")]);
        Assert.Equal(["usd50/b (2).jpg: usd50/b.jpg", "usd50/b.jpg"], InTrash);
        Assert.Contains("usd100/a (2).jpg: usd50/a.jpg", InData);
        Assert.Contains("usd100/a.jpg", InData);
    }

    [Fact]
    public void Two_pictures_that_change_places_are_both_kept()
    {
        Changes.Apply([Move("usd50/a.jpg", "usd100"), Move("usd100/a.jpg", "usd50")]);
        Assert.Equal(["usd100/a (2).jpg: usd50/a.jpg", "usd100/c.jpg", "usd50/a (2).jpg: usd100/a.jpg", "usd50/b.jpg"], InData);
    }

    [Fact]
    public void What_is_not_there_any_more_is_told_and_the_others_move()
    {
        File.Delete(Path.Combine(Data, "usd50/b.jpg"));
        var report = Changes.Apply([Delete("usd50/b.jpg"), Delete("usd50/a.jpg"), Move("usd100/c.jpg", "usd100")]);
        Assert.Equal([("usd50/b.jpg", "does not exist any more"), ("usd100/c.jpg", "is in usd100 already")], report.Failed);
        Assert.Equal("usd50/a.jpg", Assert.Single(report.Applied).From);
    }

    [Fact]
    public void A_picture_that_cannot_move_stays_and_the_others_move()
    {
        Write("usd20");
        var report = Changes.Apply([Move("usd50/a.jpg", "usd20"), Delete("usd50/b.jpg")]);
        Assert.StartsWith("cannot be moved (", Assert.Single(report.Failed).Reason);
        Assert.Contains("usd50/a.jpg", InData);
        Assert.Equal(["usd50/b.jpg"], InTrash);
        Assert.Empty(Changes.Recover().Applied);
    }

    [Theory]
    [InlineData("../other/a.jpg", null)]
    [InlineData("usd50/a.jpg", "../elsewhere")]
    [InlineData("usd50/a.jpg", "..")]
    public void A_path_that_leads_out_moves_nothing(string file, string? to)
    {
        Assert.Throws<GatheringException>(() => Changes.Apply([Delete("usd50/b.jpg"), new(file, to)]));
        Assert.Equal(4, InData.Length);
        Assert.Empty(Changes.Log);
    }

    [Fact]
    public void Nothing_to_do_writes_no_line()
    {
        Assert.Empty(Changes.Apply([]).Applied);
        Assert.Empty(Changes.Log);
    }

    [Fact]
    public void A_verification_passes_over_a_trash()
    {
        Changes.Apply([Delete("usd50/b.jpg")]);
        var report = PictureVerifier.Verify(Path.GetDirectoryName(Data)!, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(3, report.FileCount);
    }
}
