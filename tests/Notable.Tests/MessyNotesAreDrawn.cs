using Notable.Gathering;
using Notable.Testing;

namespace Notable.Tests;

public class MessyNotesAreDrawn
{
    [Fact]
    public void With_faults_of_every_kind_to_find()
    {
        using var root = new TemporaryFolder();
        var folder = SampleData.MessyNotes(root["data/messy"], perClass: 10);

        var report = PictureVerifier.Verify(folder, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(23, report.FileCount);
        Assert.Equal([ProblemKind.Duplicate, ProblemKind.Damaged], report.Unfit.Select(file => file.Problems.Single().Kind));
        Assert.Equal(4, Directory.GetFiles(folder, "from-*.jpg", SearchOption.AllDirectories).Length);
        Assert.Equal(2, Directory.GetFiles(folder, "table.jpg", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public void Once_and_what_was_cleaned_stays_clean()
    {
        using var root = new TemporaryFolder();
        var folder = SampleData.MessyNotes(root["messy"], perClass: 10);
        File.Delete(Path.Combine(folder, "usd50", "table.jpg"));
        Assert.Equal(folder, SampleData.MessyNotes(root["messy"], perClass: 10));
        Assert.False(File.Exists(Path.Combine(folder, "usd50", "table.jpg")));
    }
}
