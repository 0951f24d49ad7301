using Notable.Display;
using Notable.Testing;

namespace Notable.Learning.Tests.Data;

/// <summary>Folders and tables as people have them.</summary>
public sealed class FoldersOfRealLifeTests : IDisposable
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
    public void A_folder_test_beside_train_and_valid_is_no_class_and_a_sample_does_not_leak()
    {
        TestPictures.Write(folder["train"], 4, "a", "b");
        TestPictures.Write(folder["valid"], 1, "a", "b");
        TestPictures.Write(folder["sample/train"], 2, "a", "b");
        TestPictures.Write(folder["sample/valid"], 2, "a", "b");
        TestPictures.Noise(1).Save(Path.Combine(Directory.CreateDirectory(folder["test"]).FullName, "1.png"));

        var dls = ImageDataLoaders.FromFolder(folder.Path, options: Small, cancellation: stop);

        Assert.Equal(["a", "b"], dls.Vocab);
        Assert.Equal((8, 2), (dls.Train.Items.Count, dls.Valid.Items.Count));
        Assert.DoesNotContain(dls.Train.Items.Concat(dls.Valid.Items), item => Path.GetRelativePath(folder.Path, item).Split(Path.DirectorySeparatorChar)[0] is "sample" or "test");
    }

    [Fact]
    public void What_was_found_is_one_line()
    {
        TestPictures.Write(folder.Path, 6, "a", "b");
        TestPictures.Write(folder.Path, 1, "loose");
        var dls = new DataBlock { Splitter = new IndexSplitter(0, 1), ItemTransforms = [new Resize(16)] }.Load(folder.Path, 4);
        Assert.Equal("3 classes: a 6, b 6, loose 1; 11 pictures for training, 2 for validation", dls.ToString());
    }

    [Fact]
    public void A_class_name_that_no_model_file_holds_is_refused_before_a_picture_is_read()
    {
        TestPictures.Write(folder.Path, 2, "a", new string('n', Categories.LongestLabel + 1));
        var block = new DataBlock { ItemTransforms = [new Resize(16)], GetY = path => Labels.ParentFolder(path) };
        Assert.Contains("201 characters", Assert.Throws<DataException>(() => block.Load(folder.Path, 4)).Message);
    }

    [Fact]
    public void A_missing_folder_of_negatives_is_told_as_such()
    {
        TestPictures.Write(folder.Path, 4, "a", "b");
        var block = new DataBlock { Negatives = new(folder["nothing"]), ItemTransforms = [new Resize(16)] };
        var message = Assert.Throws<DataException>(() => block.Load(folder.Path, 4)).Message;
        Assert.Contains("pictures that show none of the classes", message);
        Assert.DoesNotContain("sub-folder", message);
    }

    [Theory]
    [InlineData("1.0", "0.0")]
    [InlineData("True", "False")]
    [InlineData("yes", "")]
    public void A_table_says_which_pictures_validate_as_pandas_writes_it(string yes, string no)
    {
        TestPictures.Write(folder.Path, 4, "x");
        File.WriteAllText(folder["labels.csv"], $"file,label,valid\nx/000,a,{no}\nx/001,b,{no}\nx/002,a,{yes}\nx/003,b,{yes}\n");
        var dls = ImageDataLoaders.FromCsv(folder.Path, validColumn: "valid", suffix: ".png", options: Small, cancellation: stop);
        Assert.Equal(["002.png", "003.png"], dls.Valid.Items.Select(Path.GetFileName));
    }

    [Fact]
    public void Another_word_in_the_validation_column_is_refused()
    {
        TestPictures.Write(folder.Path, 2, "x");
        File.WriteAllText(folder["labels.csv"], "file,label,valid\nx/000.png,a,perhaps\nx/001.png,b,0\n");
        Assert.Contains("'perhaps'", Assert.Throws<DataException>(() =>
            ImageDataLoaders.FromCsv(folder.Path, validColumn: "valid", options: Small, cancellation: stop)).Message);
    }
}
