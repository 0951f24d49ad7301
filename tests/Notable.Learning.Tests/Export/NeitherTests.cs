using Notable.Learning.Tests.Data;
using Notable.Learning.Tests.Train;
using Notable.Testing;

namespace Notable.Learning.Tests.Export;

/// <summary>Negatives from the data block to the answer of a model file.</summary>
[Collection(nameof(SmallTraining))]
public sealed class NeitherTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly string classes, others;

    public NeitherTests()
    {
        classes = TestPictures.Write(folder["classes"], 10, "a", "b");
        others = TestPictures.Write(folder["others"], 4, "coins", "rooms", "more");
    }

    [Fact]
    public void A_model_trained_with_negatives_has_one_more_answer_and_its_file_is_calibrated()
    {
        var data = Block(new Negatives(others)).Load(classes, bs: 4);
        Assert.Equal(["a", "b"], data.Vocab);
        Assert.Equal(["a", "b", "neither"], data.Answers);

        using var learn = VisionLearner.Create(data, Architectures.ResNet18, weights: PretrainedWeights.None, precision: Precision.Float32,
            cancellation: TestContext.Current.CancellationToken);
        learn.Export(folder["model.safetensors"]);
        var model = Predictor.Load(folder["model.safetensors"]);

        Assert.True(model.Card.KnowsNeither);
        Assert.Equal(data.Valid.Items.Count, model.Card.Calibration!.Items);
        // One in eight is expected to be neither; 10 of 26 were learned from.
        Assert.Equal(1 / 7.0 * 16 / 10, model.Card.Calibration.NeitherOdds, 1e-9);
        foreach (var answer in (Prediction[])[learn.Predict(data.Valid.Picture(0)), model.Predict(data.Valid.Items[0])])
        {
            Assert.Equal(["a", "b"], answer.Probabilities.Keys);
            Assert.Equal(1, answer.Probabilities.Values.Sum() + answer.Neither!.Value, 1e-5);
        }
        var confusion = ClassificationInterpretation.From(learn, TestContext.Current.CancellationToken);
        Assert.Equal(data.Answers, confusion.Vocab);
    }

    [Fact]
    public void The_expected_share_is_held_against_what_a_sampler_draws()
    {
        var block = new DataBlock { ItemTransforms = [new Resize(32)], Negatives = new Negatives(others), Sampler = Sampler.BalancedClasses };
        // Two classes and neither, each a third of what is drawn.
        Assert.Equal(1 / 7.0 * 2, block.Load(classes, bs: 4).NeitherOdds!.Value, 1e-9);

        var never = new DataBlock { ItemTransforms = [new Resize(32)], Negatives = new Negatives(others), Sampler = Sampler.Weighted(file => file.StartsWith(others, StringComparison.Ordinal) ? 0 : 1) };
        Assert.Contains("sampler never draws", Assert.Throws<DataException>(() => never.Load(classes, bs: 4)).Message);
    }

    [Fact]
    public void Classes_may_be_expected_equally_often_and_the_model_file_says_so()
    {
        // 12 of one class and 4 of the other.
        var uneven = TestPictures.Write(folder["uneven"], 4, "a", "b");
        foreach (var more in Directory.GetFiles(Path.Combine(uneven, "a")))
            foreach (var copy in (int[])[1, 2])
                File.Copy(more, Path.ChangeExtension(more, null) + $"-{copy}.png");
        var block = new DataBlock { ItemTransforms = [new Resize(32)], ExpectsEqualClasses = true, Splitter = new FuncSplitter(file => file.EndsWith("-1.png", StringComparison.Ordinal)) };
        var data = block.Load(uneven, bs: 4);
        Assert.Equal([6 / 8.0, 6 / 4.0], data.ClassOdds!, (a, b) => Math.Abs(a - b) < 1e-9);

        using var learn = VisionLearner.Create(data, Architectures.ResNet18, weights: PretrainedWeights.None, precision: Precision.Float32,
            cancellation: TestContext.Current.CancellationToken);
        learn.Export(folder["even.safetensors"], learn.Calibrate(TestContext.Current.CancellationToken));
        Assert.Equal(data.ClassOdds, Predictor.Load(folder["even.safetensors"]).Card.Calibration!.ClassOdds);
        Assert.Null(Block(null).Load(classes, bs: 4).ClassOdds);
    }

    [Fact]
    public void Negatives_leave_the_split_of_the_classes_as_it_is()
    {
        var (without, with) = (Block(null).Load(classes, bs: 4), Block(new Negatives(others)).Load(classes, bs: 4));
        Assert.False(without.KnowNeither);
        Assert.Equal(without.Valid.Items, with.Valid.Items.Take(without.Valid.Items.Count));
        Assert.Equal(without.Train.Items, with.Train.Items.Take(without.Train.Items.Count));
        Assert.Equal((2, 10), (Ours(with.Valid), Ours(with.Train)));
        Assert.All(with.Train.Items.Zip(with.Train.Labels), item => Assert.Equal(item.First.StartsWith(others, StringComparison.Ordinal), item.Second == 2));

        int Ours(DataLoader loader) => loader.Labels.Count(label => label == 2);
    }

    [Fact]
    public void Pictures_of_a_class_are_no_negatives_though_their_folder_lies_among_them()
    {
        var data = Block(new Negatives(folder.Path)).Load(classes, bs: 4);
        Assert.Equal(20 + 12, data.Train.Items.Count + data.Valid.Items.Count);
    }

    [Fact]
    public void A_class_named_neither_is_refused_beside_negatives()
    {
        var error = Assert.Throws<DataException>(() => Block(new Negatives(others)).Load(TestPictures.Write(folder["named"], 5, "a", "neither"), bs: 4));
        Assert.Contains("\"neither\"", error.Message);
    }

    [Fact]
    public void Too_few_negatives_are_told() =>
        Assert.Contains("1 negatives", Assert.Throws<DataException>(() =>
            Block(new Negatives(TestPictures.Write(folder["one"], 1, "coins"))).Load(classes, bs: 4)).Message);

    [Fact]
    public void A_folder_of_negatives_that_is_not_there_is_told() =>
        Assert.Contains("nowhere", Assert.Throws<DataException>(() => Block(new Negatives(folder["nowhere"])).Load(classes, bs: 4)).Message);

    private static DataBlock Block(Negatives? negatives) => new() { ItemTransforms = [new RandomResizedCrop(32)], Negatives = negatives };

    public void Dispose() => folder.Dispose();
}
