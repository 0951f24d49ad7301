using Notable.Gathering.Tests.Support;

namespace Notable.Gathering.Tests.Verifying;

/// <summary>Data sets whose files are links into a store, as git-annex, DVC and Kubernetes mounts have them.</summary>
public sealed class LinksAreFollowed : IDisposable
{
    private readonly TemporaryFolder folder = new(), store = new(), aside = new();

    public void Dispose()
    {
        folder.Dispose();
        store.Dispose();
        aside.Dispose();
    }

    [Fact]
    public void Linked_pictures_are_judged_by_what_they_hold()
    {
        for (var i = 0; i < 12; i++)
        {
            TestPictures.Tiles(i).Save(store[$"{i}.jpg"]);
            File.CreateSymbolicLink(folder[$"{i}.jpg"], Path.GetRelativePath(folder.Path, store[$"{i}.jpg"]));
        }
        var report = Verify();
        Assert.Equal((12, 0), (report.FileCount, report.Flagged.Count));
        Assert.Empty(Quarantine.Take(report, aside.Path));
    }

    [Fact]
    public void A_link_to_a_link_is_followed_and_a_cut_target_is_found()
    {
        File.WriteAllBytes(store["a.jpg"], TestPictures.Tiles(1).ToJpeg()[..^2000]);
        File.CreateSymbolicLink(store["b.jpg"], store["a.jpg"]);
        File.CreateSymbolicLink(folder["c.jpg"], store["b.jpg"]);
        Assert.Equal(ProblemKind.Damaged, Assert.Single(Assert.Single(Verify().Flagged).Problems).Kind);
    }

    [Fact]
    public void A_link_that_leads_nowhere_is_told_with_where_it_leads()
    {
        File.CreateSymbolicLink(folder["a.jpg"], store["absent.jpg"]);
        var problem = Assert.Single(Assert.Single(Verify().Flagged).Problems);
        Assert.Equal(ProblemKind.Unreadable, problem.Kind);
        Assert.Contains($"link to {store["absent.jpg"]}, which does not exist", problem.Reason);
    }

    [Fact]
    public void Linked_class_folders_are_looked_through_once()
    {
        Directory.CreateDirectory(store["a"]);
        TestPictures.Tiles(1).Save(store["a/1.jpg"]);
        Directory.CreateSymbolicLink(folder["a"], store["a"]);
        Directory.CreateSymbolicLink(folder["b"], store["a"]);
        Directory.CreateSymbolicLink(folder["up"], folder.Path);
        var report = Verify();
        Assert.Equal((1, 0), (report.FileCount, report.Flagged.Count));
    }

    [Fact]
    public void Of_a_file_and_a_link_to_it_the_file_is_kept()
    {
        TestPictures.Tiles(1).Save(folder["z.jpg"]);
        File.CreateSymbolicLink(folder["a.jpg"], "z.jpg");
        Assert.Equal("a.jpg", Assert.Single(Verify().Unfit).File);
    }

    [Fact]
    public void A_relative_link_comes_back_from_the_quarantine()
    {
        TestPictures.Tiles(1).Save(folder["z.jpg"]);
        File.CreateSymbolicLink(folder["a.jpg"], "z.jpg");
        Quarantine.Take(Verify(), aside.Path);
        Assert.False(Path.Exists(folder["a.jpg"]));
        Assert.Equal(["a.jpg"], Quarantine.Restore(aside.Path).Restored);
        Assert.Equal(File.ReadAllBytes(folder["z.jpg"]), File.ReadAllBytes(folder["a.jpg"]));
    }

    [Fact]
    public void A_relative_link_comes_back_from_the_trash()
    {
        Directory.CreateDirectory(folder["bills/usd50"]);
        TestPictures.Tiles(1).Save(folder["bills/usd50/z.jpg"]);
        File.CreateSymbolicLink(folder["bills/usd50/a.jpg"], "z.jpg");
        var changes = new FolderChanges(folder["bills"]);
        var report = changes.Apply([new("usd50/a.jpg", null)]);
        Assert.Equal(["usd50/a.jpg"], changes.Trashed);
        Assert.Empty(changes.Revert(report).Failed);
        Assert.True(File.Exists(folder["bills/usd50/a.jpg"]));
    }

    private VerificationReport Verify() => PictureVerifier.Verify(folder.Path, cancellation: TestContext.Current.CancellationToken);
}
