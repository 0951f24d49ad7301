using Notable.Gathering.Tests.Support;

namespace Notable.Gathering.Tests.Verifying;

public sealed class EachFileIsJudged : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_sound_picture_gets_no_remark()
    {
        TestPictures.Tiles(1).Save(folder["a.jpg"]);
        var report = Verify();
        Assert.Equal(1, report.FileCount);
        Assert.Empty(report.Flagged);
    }

    [Theory]
    [InlineData("empty.jpg", ProblemKind.Empty)]
    [InlineData("page.jpg", ProblemKind.NotAnImage)]
    [InlineData("cut.jpg", ProblemKind.Damaged)]
    [InlineData("cut.png", ProblemKind.Damaged)]
    [InlineData("drawing.png", ProblemKind.Unreadable)]
    [InlineData("small.png", ProblemKind.TooSmall)]
    public void What_is_unfit_is_told_by_kind(string name, ProblemKind expected)
    {
        byte[] bytes = name switch
        {
            "empty.jpg" => [],
            "page.jpg" => System.Text.Encoding.UTF8.GetBytes(TestPictures.WebPage),
            "cut.jpg" => TestPictures.Tiles(1).ToJpeg()[..^2000],
            "cut.png" => TestPictures.Tiles(1).ToPng()[..^200],
            "drawing.png" => "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>"u8.ToArray(),
            _ => TestPictures.Tiles(1, 120, 50).ToPng(),
        };
        File.WriteAllBytes(folder[name], bytes);
        var flagged = Assert.Single(Verify().Flagged);
        Assert.True(flagged.IsUnfit);
        Assert.Equal((name, expected), (flagged.File, flagged.Problems.Single().Kind));
    }

    [Fact]
    public void A_picture_that_is_stored_turned_is_listed_but_fit()
    {
        File.WriteAllBytes(folder["a.jpg"], TestPictures.RotatedJpeg(1));
        AssertOdd(ProblemKind.Rotated);
    }

    [Fact]
    public void A_picture_under_another_formats_name_is_listed_but_fit()
    {
        File.WriteAllBytes(folder["a.jpg"], TestPictures.Tiles(1).ToPng());
        AssertOdd(ProblemKind.SuspiciousExtension);
    }

    [Fact]
    public void A_picture_without_a_pictures_name_is_found()
    {
        File.WriteAllBytes(folder["a.txt"], TestPictures.Tiles(1).ToPng());
        AssertOdd(ProblemKind.SuspiciousExtension);
    }

    [Fact]
    public void An_animation_is_told_with_its_number_of_pictures()
    {
        File.WriteAllBytes(folder["a.gif"], TestPictures.AnimatedGif());
        var problems = Assert.Single(Verify().Flagged).Problems;
        Assert.Contains(problems, problem => problem.Kind == ProblemKind.Animated && problem.Reason.Contains("2 pictures"));
    }

    [Fact]
    public void Lists_and_hidden_files_are_passed_over()
    {
        File.WriteAllText(folder["labels.csv"], "a,b");
        File.WriteAllText(folder["sources.jsonl"], "{}");
        File.WriteAllText(folder[".hidden.jpg"], "no picture");
        Assert.Equal(0, Verify().FileCount);
    }

    [Fact]
    public void A_missing_folder_is_told()
    {
        var error = Assert.Throws<GatheringException>(() => PictureVerifier.Verify(folder["absent"], cancellation: TestContext.Current.CancellationToken));
        Assert.Contains("absent", error.Message);
    }

    private VerificationReport Verify() => PictureVerifier.Verify(folder.Path, cancellation: TestContext.Current.CancellationToken);

    private void AssertOdd(ProblemKind kind)
    {
        var flagged = Assert.Single(Verify().Flagged);
        Assert.False(flagged.IsUnfit);
        Assert.Equal(kind, Assert.Single(flagged.Problems).Kind);
    }
}
