using Notable.Imaging;
using Notable.Learning.Tests.Data;
using Notable.Learning.Tests.Train;
using Notable.Testing;

namespace Notable.Learning.Tests.Export;

/// <summary>What a model is shown of a picture when it is asked, from the data block to the answer of a model file.</summary>
[Collection(nameof(SmallTraining))]
public sealed class ViewsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Theory]
    [InlineData(100, 40, 60, 40)]
    [InlineData(41, 90, 41, 54)]
    [InlineData(7, 7, 7, 5)]
    [InlineData(1, 1, 1, 1)]
    public void Halves_are_three_fifths_of_the_long_side_and_reach_both_ends(int width, int height, int across, int down)
    {
        var picture = new Picture(width, height, [.. Enumerable.Range(0, width * height * 3).Select(i => (byte)(i % 251))]);
        var parts = Views.WithHalves.Of(picture);
        Assert.Same(picture, parts[0]);
        Assert.All(parts.Skip(1), part => Assert.Equal((across, down), (part.Width, part.Height)));
        Assert.Equal(picture.Pixels[..3].ToArray(), parts[1].Pixels[..3].ToArray());
        Assert.Equal(picture.Pixels[^3..].ToArray(), parts[2].Pixels[^3..].ToArray());
        Assert.Equal([picture], Views.Whole.Of(picture));
    }

    [Fact]
    public void Neither_is_what_the_whole_says_and_the_classes_are_what_all_parts_say()
    {
        var said = PictureViews.Together([[0.6f, 0.2f, 0.2f], [0.1f, 0.4f, 0.5f], [0.01f, 0.09f, 0.9f]], knowsNeither: true);
        // Odds of the first class: 3, 1/4 and 1/9; their geometric mean is (1/12)^(1/3).
        var odds = Math.Cbrt(1.0 / 12);
        Assert.Equal([(float)(0.8 * odds / (1 + odds)), (float)(0.8 / (1 + odds)), 0.2f], said, (a, b) => Math.Abs(a - b) < 1e-6);

        var plain = PictureViews.Together([[1, 0, 0], [0, 0.5f, 0.5f], [0.2f, 0.4f, 0.4f]], knowsNeither: false);
        Assert.Equal(1, plain.Sum(), 1e-6);
        Assert.All(plain, p => Assert.True(float.IsFinite(p)));
        Assert.Equal([0.5f, 0.5f], PictureViews.Together([[0.5f, 0.5f]], knowsNeither: false));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_model_file_is_asked_by_the_views_of_its_data_and_calibrated_by_them(bool negatives)
    {
        var block = new DataBlock
        {
            ItemTransforms = [new Resize(32)],
            Views = Views.WithHalves,
            Negatives = negatives ? new Negatives(TestPictures.Write(folder["others"], 4, "coins", "rooms")) : null,
        };
        var stop = TestContext.Current.CancellationToken;
        using var learn = VisionLearner.Create(block.Load(TestPictures.Write(folder["classes"], 8, "a", "b"), bs: 4), Architectures.ResNet18,
            weights: PretrainedWeights.None, precision: Precision.Float32, cancellation: stop);
        learn.Export(folder["model.safetensors"], new TemperatureScaling(1, 0, 1));
        var model = Predictor.Load(folder["model.safetensors"]);
        Assert.Equal(Views.WithHalves, model.Card.Transform.Views);

        var picture = Picture.Open(learn.DataLoaders.Valid.Items[0]);
        var whole = model.With(Views.Whole);
        var expected = PictureViews.Together([.. Views.WithHalves.Of(picture).Select(part => Row(whole.Predict(part)))], negatives);
        Assert.Equal(expected, Row(model.Predict(picture)), (a, b) => Math.Abs(a - b) < 1e-4);
        Assert.NotEqual(Row(whole.Predict(picture)), Row(model.Predict(picture)));
        // The exported weights have half the digits.
        Assert.Equal(Row(model.Predict(picture)), Row(learn.Predict(picture)), (a, b) => Math.Abs(a - b) < 2e-2);

        var (valid, found) = (learn.DataLoaders.Valid, learn.Calibrate(stop));
        var again = TemperatureScaling.Fit([.. valid.Items.Select(file => Row(learn.Predict(file)))], valid.Labels, learn.DataLoaders.NeitherOdds ?? 1);
        Assert.Equal(again.Temperature, found.Temperature, 1e-3);

        static float[] Row(Prediction answer) => [.. answer.Probabilities.Values.Select(p => (float)p), .. answer.Neither is { } neither ? [(float)neither] : (float[])[]];
    }

    [Fact]
    public void A_file_from_before_views_is_asked_about_whole_pictures()
    {
        var transform = new InferenceTransform(DecodeOptions.Default, new(ResizeMethod.Squish, 32, 32), null, Normalize.ImageNet) { Views = Views.WithHalves };
        var text = new Dictionary<string, string>(transform.ToMetadata());
        Assert.Equal("with_halves", text["preprocessing.views"]);
        Assert.Equal(Views.WithHalves, InferenceTransform.FromMetadata(text).Views);
        text.Remove("preprocessing.views");
        Assert.Equal(Views.Whole, InferenceTransform.FromMetadata(text).Views);
    }

    public void Dispose() => folder.Dispose();
}
