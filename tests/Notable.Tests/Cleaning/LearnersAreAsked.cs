using System.Net;
using Notable.Learning;
using Notable.Testing;
using Notable.Widgets;
using TorchSharp;

namespace Notable.Tests.Cleaning;

public sealed class LearnersAreAsked : IDisposable
{
    private readonly TemporaryFolder root = new();
    private readonly Learner learn;

    public LearnersAreAsked()
    {
        SampleNotes.WriteTo(root["notes"], perClass: 10, seed: 5);
        var block = new DataBlock { ItemTransforms = [new RandomResizedCrop(64)], BatchTransforms = AugTransforms.Default() };
        learn = VisionLearner.Create(block.DataLoaders(root["notes"], bs: 8), Architectures.ResNet18, weights: "none", device: torch.CPU);
    }

    public void Dispose()
    {
        learn.Dispose();
        root.Dispose();
    }

    [Fact]
    public void Every_picture_of_both_halves_comes_worst_first_and_the_losses_do_not_change()
    {
        var session = new ImageClassifierCleaner(learn).Session;
        Assert.Equal(root["notes"], session.Changes.Folder);
        Assert.Equal(20, session.Pictures.DistinctBy(picture => picture.File).Count());
        Assert.Equal(4, session.Pictures.Count(picture => picture.Subset == Subset.Valid));
        Assert.Equal(session.Pictures.OrderByDescending(picture => picture.Loss), session.Pictures);
        Assert.All(session.Pictures, picture => Assert.StartsWith(picture.Class + "/", picture.File));
        Assert.All(session.Pictures, picture => Assert.True(File.Exists(session.PathOf(picture))));

        var again = new ImageClassifierCleaner(learn);
        Assert.Equal(session.Pictures, again.Session.Pictures);
        Assert.StartsWith("ImageClassifierCleaner(20 pictures of usd100, usd50)\nThis is only the widget's text.", again.ToMimeBundle().PlainText);
    }

    [Fact]
    public void Suspects_come_with_the_reason()
    {
        var trouble = LabelTrouble.Find(learn.DataLoaders, Architectures.ResNet18, weights: "none", device: torch.CPU, TestContext.Current.CancellationToken);
        var session = new ImageClassifierCleaner(learn, trouble).Session;
        Assert.Equal(trouble.Suspects.Select(suspect => Path.GetRelativePath(root["notes"], suspect.Item)), session.Suspects.Select(picture => picture.File));
        Assert.All(session.Suspects, picture => Assert.Matches("^usd(50|100): (unlike|looks like)", picture.Remark));
    }

    [Fact]
    public void Files_that_cannot_be_read_are_named_above_the_pictures()
    {
        Assert.DoesNotContain("can't be read", Texts(new ImageClassifierCleaner(learn)));
        string[] damaged = ["usd50/1.jpg", "usd50/2.jpg", "usd100/3.jpg", "usd100/4.jpg", "usd100/5.jpg"];
        foreach (var file in damaged)
            File.WriteAllText(root[$"notes/{file}"], "no picture");
        var negatives = Directory.CreateDirectory(root["others"]).FullName;
        foreach (var file in Directory.GetFiles(root["notes/usd50"], "*.jpg").Where(file => new FileInfo(file).Length > 10).Take(4))
            File.Copy(file, Path.Combine(negatives, Path.GetFileName(file)));
        File.WriteAllText(Path.Combine(negatives, "6.jpg"), "no picture");
        var block = new DataBlock
        {
            Blocks = (new ImageBlock { SkipUnreadable = true }, new CategoryBlock()),
            Negatives = new(negatives) { Splitter = new RandomSplitter(validPct: 0.5) },
            ItemTransforms = [new Resize(32)],
        };
        var dls = block.DataLoaders(root["notes"], bs: 8, cancellation: TestContext.Current.CancellationToken);
        using var with = VisionLearner.Create(dls, Architectures.ResNet18, weights: "none", device: torch.CPU, cancellation: TestContext.Current.CancellationToken);
        var cleaner = new ImageClassifierCleaner(with);

        Assert.Equal(damaged.Order(), cleaner.Session.Skipped.Select(skipped => Path.GetRelativePath(root["notes"], skipped.Path)).Order());
        var shown = string.Join(", ", cleaner.Session.Skipped.Take(3).Select(skipped => Path.GetRelativePath(root["notes"], skipped.Path)));
        Assert.Contains($"5 files are not shown because they can't be read: {shown} and 2 more; run `notable verify {root["notes"]}` to see why", Texts(cleaner));
    }

    private static string Texts(ImageClassifierCleaner cleaner) => string.Concat(cleaner.View.Children.OfType<HTML>().Select(text => WebUtility.HtmlDecode(text.Value)));

    [Fact]
    public void The_folder_is_the_one_that_all_classes_are_in()
    {
        Assert.Equal("/x/bills", CleanerPictures.CommonFolder(["/x/bills/usd50/a.jpg", "/x/bills/usd100/b.jpg"]));
        Assert.Equal("/x/bills", CleanerPictures.CommonFolder(["/x/bills/train/usd50/a.jpg", "/x/bills/valid/usd100/b.jpg"]));
        Assert.Equal("/", CleanerPictures.CommonFolder(["/x/usd50/a.jpg", "/y/usd100/b.jpg"]));
    }
}
