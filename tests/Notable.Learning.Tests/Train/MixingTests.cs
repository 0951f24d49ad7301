using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Learning.Tests.Train;

public class MixingTests
{
    [Theory]
    [InlineData(0.4)]
    [InlineData(1)]
    [InlineData(3)]
    public void Shares_are_beta_distributed(double alpha)
    {
        var random = new SeededRandom(5);
        var draws = Enumerable.Range(0, 20_000).Select(_ => random.NextBeta(alpha)).ToArray();
        var variance = 1 / (4 * (2 * alpha + 1));
        Assert.All(draws, share => Assert.InRange(share, 0, 1));
        Assert.Equal(0.5, draws.Average(), 4 * Math.Sqrt(variance / draws.Length));
        Assert.Equal(variance, draws.Average(share => (share - 0.5) * (share - 0.5)), variance * 0.05);
    }

    [Theory]
    [InlineData(0.25, 100, 60)]
    [InlineData(0.99, 31, 31)]
    [InlineData(0, 8, 9)]
    public void Rectangles_lie_inside_and_are_no_larger_than_the_rest(double share, long width, long height)
    {
        var random = new SeededRandom(6);
        for (var i = 0; i < 200; i++)
        {
            var (left, top, right, bottom) = Mixing.Rectangle(width, height, share, random);
            Assert.True(left >= 0 && top >= 0 && right <= width && bottom <= height && left <= right && top <= bottom);
            Assert.True((right - left) * (bottom - top) <= (1 - share) * width * height + width + height);
        }
    }

    [Fact]
    public void Mixed_labels_lerp_the_losses_of_both()
    {
        using var scope = NewDisposeScope();
        var logits = tensor(new[] { 2f, 0f, 0f, 1f }).view(2, 2);
        var batch = new TrainingBatch(zeros(2, 3, 4, 4), tensor(new long[] { 0, 1 }))
        {
            Mixed = new(tensor(new long[] { 1, 0 }), tensor(new[] { 0.75f, 0.5f })),
        };
        double right = Math.Log(1 + Math.Exp(-2)), wrong = 2 + right, sure = Math.Log(1 + Math.Exp(-1)), unsure = 1 + sure;
        Assert.Equal((0.75 * right + 0.25 * wrong + 0.5 * sure + 0.5 * unsure) / 2, batch.LossOf(logits, Losses.CrossEntropy()).item<float>(), 1e-6);
    }
}

[Collection(nameof(SmallTraining))]
public sealed class MixingCallbackTests : IDisposable
{
    private readonly SmallTraining small = new();

    public void Dispose() => small.Dispose();

    [Fact]
    public void Mixup_blends_pictures_and_labels_in_the_same_shares()
    {
        using var learn = small.Quick();
        var seen = new Seen(batch =>
        {
            using var scope = NewDisposeScope();
            var shares = batch.Mixed!.Shares.data<float>().ToArray();
            Assert.All(shares, share => Assert.InRange(share, 0.5f, 1f));
            Assert.Equal(batch.Labels.shape, batch.Mixed.Others.shape);
        });
        learn.Fit(1, callbacks: [new MixUp(), seen], cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(4, seen.Count);
        Assert.True(double.IsFinite(learn.Recorder.Epochs[0].TrainLoss));
    }

    [Fact]
    public void Cutmix_puts_in_a_rectangle_and_shares_labels_by_its_area()
    {
        using var learn = small.Quick();
        Tensor? plain = null;
        var before = new Seen(batch => plain = batch.Images.clone().DetachFromDisposeScope());
        var after = new Seen(batch =>
        {
            using var scope = NewDisposeScope();
            var same = batch.Images.eq(plain!).sum().item<long>() / (double)batch.Images.numel();
            var share = batch.Mixed!.Shares.data<float>().ToArray()[0];
            // A picture mixed with itself stays the same wherever the rectangle lies.
            Assert.True(same >= share - 1e-6, $"{same} of the pixels are the same, the share is {share}");
            plain!.Dispose();
        });
        learn.Fit(1, callbacks: [before, new CutMix(), after], cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(4, after.Count);
    }

    private sealed class Seen(Action<TrainingBatch> look) : Callback
    {
        public int Count { get; private set; }

        public override void BeforeBatch(FitRun fit)
        {
            look(fit.Batch!);
            Count++;
        }
    }
}
