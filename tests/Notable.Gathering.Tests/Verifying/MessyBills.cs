namespace Notable.Gathering.Tests.Verifying;

/// <summary>Real files, as a web search leaves them.</summary>
public class MessyBills
{
    [Fact]
    public void Every_defect_is_found_and_no_clean_photo_is_taken_away()
    {
        var report = PictureVerifier.Verify(Repository.Shared("data", "bills-messy"), cancellation: TestContext.Current.CancellationToken);
        var counts = report.Flagged.SelectMany(file => file.Problems).CountBy(problem => problem.Kind).ToDictionary();
        Assert.Equal(new Dictionary<ProblemKind, int>
        {
            [ProblemKind.Empty] = 2, [ProblemKind.NotAnImage] = 3, [ProblemKind.Damaged] = 5, [ProblemKind.TooSmall] = 1,
            [ProblemKind.Duplicate] = 3, [ProblemKind.NearDuplicate] = 5,
            [ProblemKind.OddColor] = 4, [ProblemKind.Animated] = 1, [ProblemKind.Rotated] = 2,
        }, counts);
        Assert.Equal(18, report.Unfit.Count());
        Assert.Equal(8, report.Groups.Count);
    }

    [Theory]
    [InlineData("bills")]
    [InlineData("bears")]
    public void Clean_collections_get_no_remark(string name) =>
        Assert.Empty(PictureVerifier.Verify(Repository.Shared("data", name), cancellation: TestContext.Current.CancellationToken).Flagged);
}
