using Notable.Gathering.Tests.Support;

namespace Notable.Gathering.Tests.Verifying;

public sealed class QuarantineGivesBack : IDisposable
{
    private readonly TemporaryFolder folder = new(), aside = new();

    public QuarantineGivesBack()
    {
        Directory.CreateDirectory(folder["usd50"]);
        TestPictures.Tiles(1).Save(folder["usd50/good.jpg"]);
        File.WriteAllText(folder["usd50/bad.jpg"], TestPictures.WebPage);
        File.WriteAllBytes(folder["usd50/turned.jpg"], TestPictures.RotatedJpeg(2));
    }

    public void Dispose()
    {
        folder.Dispose();
        aside.Dispose();
    }

    [Fact]
    public void Only_unfit_files_move_and_the_list_says_why()
    {
        var moved = Assert.Single(Quarantine.Take(Verify(), aside.Path));
        Assert.Equal("usd50/bad.jpg", moved.MovedTo);
        Assert.Contains("web page", Assert.Single(moved.Problems));
        Assert.Equal(["good.jpg", "turned.jpg"], Directory.GetFiles(folder["usd50"]).Select(Path.GetFileName).Order());
        Assert.Equal(TestPictures.WebPage, File.ReadAllText(aside["usd50/bad.jpg"]));
        Assert.Contains("not-an-image", File.ReadAllText(aside["quarantine.jsonl"]));
    }

    [Fact]
    public void Everything_comes_back_where_it_was()
    {
        Quarantine.Take(Verify(), aside.Path);
        Assert.Equal(["usd50/bad.jpg"], Quarantine.Restore(aside.Path).Restored);
        Assert.Equal(TestPictures.WebPage, File.ReadAllText(folder["usd50/bad.jpg"]));
        Assert.Empty(Quarantine.Restore(aside.Path).Restored);
    }

    [Fact]
    public void A_taken_place_is_not_overwritten_in_either_direction()
    {
        Quarantine.Take(Verify(), aside.Path);
        File.WriteAllText(folder["usd50/bad.jpg"], "another one");
        Assert.Equal("usd50/bad (2).jpg", Assert.Single(Quarantine.Take(Verify(), aside.Path)).MovedTo);
        TestPictures.Tiles(3).Save(folder["usd50/bad.jpg"]);
        Assert.Equal(["usd50/bad.jpg", "usd50/bad.jpg"], Quarantine.Restore(aside.Path).Held);
        Assert.Equal(3, Directory.GetFiles(folder["usd50"]).Length);
        Assert.Equal(2, Directory.GetFiles(aside["usd50"]).Length);
    }

    [Fact]
    public void A_quarantine_inside_the_folder_is_not_looked_through()
    {
        Quarantine.Take(Verify(), folder["aside"]);
        Assert.Empty(Verify().Unfit);
    }

    [Fact]
    public void What_was_moved_aside_is_looked_through_when_it_is_asked_for_itself()
    {
        Quarantine.Take(Verify(), folder["usd50.quarantine"]);
        Assert.Single(PictureVerifier.Verify(folder["usd50.quarantine"], cancellation: TestContext.Current.CancellationToken).Unfit);
    }

    [Fact]
    public void A_list_that_leads_out_of_the_folder_moves_nothing()
    {
        File.WriteAllText(aside["x.jpg"], "x");
        File.WriteAllText(aside["quarantine.jsonl"],
            """{"file":"../escaped.jpg","moved_to":"x.jpg","from":"/nowhere","problems":[],"moved_at":"2026-01-01T00:00:00Z"}""" + "\n");
        var error = Assert.Throws<GatheringException>(() => Quarantine.Restore(aside.Path, folder.Path));
        Assert.Contains("../escaped.jpg", error.Message);
        Assert.True(File.Exists(aside["x.jpg"]));
    }

    [Fact]
    public void A_folder_that_is_no_quarantine_is_told() =>
        Assert.Contains("not a quarantine folder", Assert.Throws<GatheringException>(() => Quarantine.Restore(folder.Path)).Message);

    private VerificationReport Verify() => PictureVerifier.Verify(folder.Path, cancellation: TestContext.Current.CancellationToken);
}
