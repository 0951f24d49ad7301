using Notable.Imaging;
using Notable.Testing;
using TorchSharp;

namespace Notable.Learning.Tests.Data;

public class InferenceTransformTests
{
    private static InferenceTransform Fastais { get; } =
        new(DecodeOptions.LikeFastai, new RandomResizedCrop(224).Validation, 224, Normalize.ImageNet);

    [Fact]
    public void A_batch_is_the_pictures_one_by_one()
    {
        using var scope = torch.NewDisposeScope();
        Picture[] pictures = [TestPictures.Noise(1), TestPictures.Noise(2, 100, 20), TestPictures.Noise(3, 5, 70)];
        var batch = Fastais.Apply(pictures);
        for (var i = 0; i < pictures.Length; i++)
            Assert.Equal(Fastais.Apply(pictures[i]).contiguous().data<float>().ToArray(), batch[i].contiguous().data<float>().ToArray());
    }

    [Fact]
    public void The_data_block_sets_it_up_from_its_transforms()
    {
        using var folder = new TemporaryFolder();
        var dls = TestPictures.Augmented.Load(TestPictures.Write(folder.Path, 5, "a", "b"), bs: 4);
        Assert.Equal(new RandomResizedCrop(16).Validation, dls.InferenceTransform.Resize);
        Assert.Equal(16, dls.InferenceTransform.GridSize);
        Assert.Equal(48, dls.InferenceTransform.MinShortSide);
        Assert.Null(TestPictures.Plain.Load(folder.Path, bs: 4).InferenceTransform.GridSize);
        var full = new DataBlock { Blocks = (new() { FullDecode = true }, new()), ItemTransforms = [new Resize(16)] };
        Assert.Null(full.Load(folder.Path, bs: 4).InferenceTransform.MinShortSide);
    }

    [Fact]
    public void Metadata_brings_it_back_whole()
    {
        InferenceTransform[] all =
        [
            Fastais,
            new(new DecodeOptions { MinShortSide = 448 }, new(ResizeMethod.Pad, 230, 224), null,
                new([0.1f, 0.2f, 1f / 3], [0.5f, 0.25f, 1e-3f])),
        ];
        foreach (var transform in all)
        {
            var read = InferenceTransform.FromMetadata(new Dictionary<string, string>(transform.ToMetadata()) { ["format"] = "pt" });
            Assert.Equal(transform with { Normalize = read.Normalize }, read);
            Assert.Equal(transform.Normalize.Mean, read.Normalize.Mean);
            Assert.Equal(transform.Normalize.Std, read.Normalize.Std);
        }
    }

    [Theory]
    [InlineData("preprocessing.size", "1000000000")]
    [InlineData("preprocessing.size", "-5")]
    [InlineData("preprocessing.size", "300")]
    [InlineData("preprocessing.resize", "magic")]
    [InlineData("preprocessing.grid", "")]
    [InlineData("preprocessing.mean", "0 0")]
    [InlineData("preprocessing.std", "1 0 1")]
    [InlineData("preprocessing.std", "1 NaN 1")]
    [InlineData("preprocessing.alpha", null)]
    public void Metadata_that_makes_no_sense_is_refused(string key, string? value)
    {
        var metadata = new Dictionary<string, string>(Fastais.ToMetadata());
        metadata.Remove(key);
        if (value is not null)
            metadata[key] = value;
        Assert.Throws<DataException>(() => InferenceTransform.FromMetadata(metadata));
    }
}
