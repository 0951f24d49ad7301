using Notable.Display;
using Notable.Testing;

namespace Notable.Learning.Tests.Data;

public sealed class ImageDataLoadersTests : IDisposable
{
    private static readonly LoadingOptions Small = new() { BatchSize = 4, ItemTransforms = [new Resize(16)] };
    private readonly TemporaryFolder folder = new();
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private readonly IDisposable quiet = DisplayTarget.Use(new RecordingTarget());

    public void Dispose()
    {
        quiet.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Folders_are_classes_and_a_random_part_validates()
    {
        TestPictures.Write(folder.Path, 5, "b", "a");
        var dls = ImageDataLoaders.FromFolder(folder.Path, options: Small, cancellation: stop);
        Assert.Equal(["a", "b"], dls.Vocab);
        Assert.Equal((8, 2), (dls.Train.Items.Count, dls.Valid.Items.Count));
    }

    [Fact]
    public void Folders_train_and_valid_are_the_halves()
    {
        TestPictures.Write(folder["train"], 4, "a", "b");
        TestPictures.Write(folder["valid"], 1, "a", "b");
        var dls = ImageDataLoaders.FromFolder(folder.Path, options: Small, cancellation: stop);
        Assert.Equal((8, 2), (dls.Train.Items.Count, dls.Valid.Items.Count));
        Assert.All(dls.Valid.Items, item => Assert.Contains("/valid/", item.Replace('\\', '/')));
    }

    [Fact]
    public void Names_tell_the_class_by_a_function_or_a_pattern()
    {
        for (var i = 0; i < 10; i++)
            TestPictures.Noise(i).Save(folder[$"{(i % 2 == 0 ? "great_dane" : "pug")}_{i}.png"]);
        var files = ImageFiles.In(folder.Path);
        Assert.Equal(["great_dane", "pug"], ImageDataLoaders.FromNameRe(files, @"^(.+)_\d+", Small, stop).Vocab);
        Assert.Equal(["g", "p"], ImageDataLoaders.FromNameFunc(files, name => name[..1], Small, stop).Vocab);
    }

    [Fact]
    public void A_csv_file_lists_files_classes_and_halves()
    {
        TestPictures.Write(folder.Path, 4, "x");
        File.WriteAllText(folder["labels.csv"], "file,label,valid\nx/000.png,\"a, or b\",0\nx/001.png,c,False\nx/002.png,c,1\nx/003.png,\"a, or b\",true\n");
        var dls = ImageDataLoaders.FromCsv(folder.Path, validColumn: "valid", options: Small, cancellation: stop);
        Assert.Equal(["a, or b", "c"], dls.Vocab);
        Assert.Equal(["002.png", "003.png"], dls.Valid.Items.Select(Path.GetFileName));
        Assert.Equal([1, 0], dls.Valid.Labels);
    }

    [Theory]
    [InlineData("name,label\nx.png,a\n", "no column 'file'; it has name, label")]
    [InlineData("file,label\nx.png\n", "row 1 of")]
    [InlineData("file,label\n", "no row")]
    [InlineData("file,label\nx.png,a\nx.png,b\n", "twice")]
    [InlineData("file,label\n\"x.png,a\n", "not a valid CSV file")]
    public void A_csv_file_that_makes_no_sense_says_why(string text, string reason)
    {
        File.WriteAllText(folder["labels.csv"], text);
        Assert.Contains(reason, Assert.Throws<DataException>(() => ImageDataLoaders.FromCsv(folder.Path, options: Small, cancellation: stop)).Message);
    }
}
