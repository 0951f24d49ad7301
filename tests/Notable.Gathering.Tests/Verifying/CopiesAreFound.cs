using Notable.Gathering.Tests.Support;

namespace Notable.Gathering.Tests.Verifying;

public sealed class CopiesAreFound : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_first_of_equal_files_is_kept()
    {
        foreach (var name in (string[])["c.jpg", "a.jpg", "b.jpg"])
            TestPictures.Tiles(1).Save(folder[name]);
        var report = Verify();
        Assert.Equal(["b.jpg", "c.jpg"], report.Unfit.Select(file => file.File));
        Assert.All(report.Unfit, file => Assert.Equal(ProblemKind.Duplicate, Assert.Single(file.Problems).Kind));
        Assert.Equal(["a.jpg", "b.jpg", "c.jpg"], Assert.Single(report.Groups));
    }

    [Fact]
    public void Scaled_and_recompressed_copies_are_one_group_and_the_largest_is_kept()
    {
        var picture = TestPictures.Tiles(1, 640, 400);
        picture.Resize(320, 200).Save(folder["a.jpg"]);
        picture.Save(folder["b.png"]);
        File.WriteAllBytes(folder["c.jpg"], picture.ToJpeg(60));
        var report = Verify();
        Assert.Equal("b.png", Assert.Single(report.Groups)[0]);
        Assert.Equal(["a.jpg", "c.jpg"], report.Unfit.Select(file => file.File));
        Assert.All(report.Unfit, file => Assert.Equal(ProblemKind.NearDuplicate, Assert.Single(file.Problems).Kind));
    }

    [Fact]
    public void An_equal_file_joins_the_group_of_the_larger_copy()
    {
        var picture = TestPictures.Tiles(1, 640, 400);
        picture.Resize(320, 200).Save(folder["a.jpg"]);
        File.Copy(folder["a.jpg"], folder["b.jpg"]);
        picture.Save(folder["c.jpg"]);
        Assert.Equal(["c.jpg", "a.jpg", "b.jpg"], Assert.Single(Verify().Groups));
    }

    [Fact]
    public void Different_pictures_are_not_taken_for_copies()
    {
        for (var seed = 0; seed < 30; seed++)
            TestPictures.Tiles(seed).Save(folder[$"{seed}.jpg"]);
        Assert.Empty(Verify().Flagged);
    }

    [Fact]
    public void Plain_pictures_of_different_light_are_not_compared()
    {
        TestPictures.Plain(10).Save(folder["black.png"]);
        TestPictures.Plain(240).Save(folder["white.png"]);
        Assert.Empty(Verify().Flagged);
    }

    [Fact]
    public void Empty_files_are_not_called_copies_of_each_other()
    {
        File.WriteAllBytes(folder["a.jpg"], []);
        File.WriteAllBytes(folder["b.jpg"], []);
        Assert.All(Verify().Flagged, file => Assert.Equal(ProblemKind.Empty, Assert.Single(file.Problems).Kind));
    }

    private VerificationReport Verify() => PictureVerifier.Verify(folder.Path, cancellation: TestContext.Current.CancellationToken);
}
