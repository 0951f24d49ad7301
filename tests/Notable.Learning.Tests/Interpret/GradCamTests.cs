using Notable.Learning.Tests.Golden;
using Notable.Imaging;
using Notable.Learning.Tests.Data;
using Notable.Learning.Tests.Export;
using Notable.Learning.Tests.Train;
using Notable.Testing;
using Notable.Learning.Acceleration;
using TorchSharp;

namespace Notable.Learning.Tests.Interpret;

[Collection(nameof(SmallTraining))]
public sealed class GradCamTests : IDisposable
{
    private readonly SmallTraining small = new();

    public void Dispose() => small.Dispose();

    [Fact]
    public void A_learner_explains_a_photo_by_a_map_of_0_to_1_and_an_overlay()
    {
        using var learn = small.Quick();
        var picture = TestPictures.Noise(1, 90, 60);
        var map = learn.Explain(picture);
        Assert.Equal(learn.Predict(picture).Label, map.Label);
        Assert.Equal((1, 1), (map.Values.GetLength(0), map.Values.GetLength(1)));
        var overlay = map.Overlay();
        Assert.Equal((90, 60), (overlay.Width, overlay.Height));
        Assert.NotEqual(picture.Pixels.ToArray(), overlay.Pixels.ToArray());
        Assert.Equal(picture.Pixels.ToArray(), map.Overlay(opacity: 0).Pixels.ToArray());
    }

    [Fact]
    public void A_class_the_model_lacks_is_named()
    {
        using var learn = small.Quick();
        var error = Assert.Throws<ArgumentException>(() => learn.Explain(TestPictures.Noise(1), "euro"));
        Assert.Contains("euro", error.Message);
        Assert.Contains("a, b", error.Message);
    }

    [Fact]
    public void A_predictors_map_is_the_learners_but_for_rounding()
    {
        using var folder = new TemporaryFolder();
        using var learn = small.Quick();
        learn.Export(folder["m.safetensors"]);
        var predictor = Predictor.Load(folder["m.safetensors"]);
        var picture = TestPictures.Noise(2);
        Assert.Equal(learn.Explain(picture, "b").Values.Cast<float>(), predictor.Explain(picture, "b").Values.Cast<float>(), (a, b) => Math.Abs(a - b) < 0.05);
    }

    [Fact]
    public void The_map_is_the_sum_of_features_weighted_by_their_mean_gradient()
    {
        // Two channels and a head that is a mean: the gradient of a score is the weight over the number of fields.
        using var scope = torch.NewDisposeScope();
        using var model = GoldenModel.Create();
        model.eval();
        var card = new ModelCard("resnet18", ["x", "y"],
            new InferenceTransform(DecodeOptions.Default, new PictureResize(ResizeMethod.Squish, 96, 96), null, Normalize.ImageNet), null, "0.1.0");
        var picture = TestPictures.Noise(3, 96, 96);
        var found = Predictors.Of(model, card).Explain(picture, "y").Values;

        // By differences: moving all fields of a channel by d moves the score by d times the sum of the gradient.
        using var off = torch.no_grad();
        var features = model.Features(card.Transform.Apply([picture]));
        var (channels, fields) = ((int)features.shape[1], features.shape[2] * features.shape[3]);
        var expected = torch.zeros_like(features[0][0]);
        var baseline = model.Head.call(features)[0][1].item<float>();
        for (var c = 0; c < channels; c++)
        {
            using var step = torch.NewDisposeScope();
            var moved = features.clone();
            var d = 1e-2f;
            moved[0][c].add_(d);
            var slope = (model.Head.call(moved)[0][1].item<float>() - baseline) / d / fields;
            expected.add_(features[0][c].mul(slope));
        }
        var map = expected.relu();
        var values = map.div(map.max()).contiguous().data<float>().ToArray();
        Assert.Equal(9, values.Length);
        Assert.All(values.Zip(found.Cast<float>()), pair => Assert.Equal(pair.First, pair.Second, 0.02f));
    }

    [Fact]
    public void The_shipped_models_maps_are_those_that_libtorch_differentiates()
    {
        var photos = Directory.GetFiles(Repository.Shared("data", "bills", "usd50"), "*.jpg").Order().Take(5);
        var path = Repository.Path("notebooks", "models", "bills.safetensors");
        var predictor = Predictor.Load(path);
        using var network = ShippedNetwork.Load(path, predictor.Card);
        foreach (var photo in photos)
            foreach (var label in predictor.Card.Answers)
            {
                var picture = Picture.Open(photo, predictor.Card.Transform.Decode);
                var expected = GradCam.Of(network, predictor.Card.Transform, predictor.Card.Answers, torch.CPU, picture, label);
                Assert.Equal(expected.Values.Cast<float>(), predictor.Explain(picture, label).Values.Cast<float>(), (a, b) => Math.Abs(a - b) < 2e-4);
            }
    }

    [Theory]
    [InlineData("x", 1e5, 1e-5)]
    [InlineData("y", 1e-5, 1e5)]
    public void The_map_is_of_the_answer_that_is_given_though_odds_have_moved_it(string label, double x, double y)
    {
        using var model = GoldenModel.Create();
        model.eval();
        var transform = new InferenceTransform(DecodeOptions.Default, new PictureResize(ResizeMethod.Squish, 96, 96), null, Normalize.ImageNet);
        var card = new ModelCard("resnet18", ["x", "y"], transform, null, "0.1.0") { Calibration = new(1, 0, 1) { ClassOdds = [x, y] } };
        Assert.Equal(label, Predictors.Of(model, card).Explain(TestPictures.Noise(3, 96, 96)).Label);
    }

    [Theory]
    [InlineData(ResizeMethod.Squish, 256, 224, 0.0625, 0.0625, 0.875, 0.875)]
    [InlineData(ResizeMethod.Crop, 224, 224, 0.25, 0, 0.5, 1)]
    [InlineData(ResizeMethod.Pad, 224, 224, 0, -0.5, 1, 2)]
    public void The_part_that_the_network_sees_follows_the_resize_rule(
        ResizeMethod method, int resizeTo, int size, double left, double top, double width, double height)
    {
        var seen = VisibleRegion.Of(new PictureResize(method, resizeTo, size), TestPictures.Noise(1, 200, 100));
        Assert.Equal(new VisibleRegion(left, top, width, height), seen);
    }

    [Fact]
    public void What_was_not_seen_is_0_and_fields_lie_in_their_places()
    {
        var map = new HeatMap("a", new float[,] { { 1, 0 }, { 0, 0 } }, TestPictures.Noise(1, 40, 40), new VisibleRegion(0.25, 0, 0.5, 1));
        var sized = map.Sized(40, 40);
        Assert.Equal(0, sized[5, 5]);
        Assert.Equal(1, sized[2, 12]);
        Assert.Equal(0, sized[38, 12]);
        Assert.Equal(0, sized[2, 29]);
        Assert.InRange(sized[20, 20], 0.2f, 0.3f);
    }
}
