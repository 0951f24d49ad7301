using Notable.Testing;

namespace Notable.Learning.Tests.Train;

[Collection(nameof(SmallTraining))]
public sealed class CallbackTests : IDisposable
{
    private readonly SmallTraining small = new();
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    public void Dispose() => small.Dispose();

    [Fact]
    public void A_callback_sees_a_fit_in_order()
    {
        using var learn = small.Quick();
        var seen = new Witness();
        learn.Fit(2, callbacks: [seen], cancellation: stop);
        string[] batch = ["batch", "step", "done"];
        string[] epoch = ["epoch 0", .. batch, .. batch, .. batch, .. batch, "report 0", "epoch 1", .. batch, .. batch, .. batch, .. batch, "report 1"];
        Assert.Equal(["fit unfrozen 2", .. epoch, "over"], seen.Calls);
    }

    [Fact]
    public void Callbacks_of_the_learner_take_part_in_every_fit_and_an_idle_one_changes_nothing()
    {
        using var plain = small.Quick();
        plain.Fit(1, cancellation: stop);
        using var watched = small.Quick();
        var seen = new Witness();
        watched.Callbacks.Add(seen);
        watched.Fit(1, cancellation: stop);
        Assert.Equal(SmallTraining.Values(plain, "head.8.weight"), SmallTraining.Values(watched, "head.8.weight"));
        Assert.Equal("over", seen.Calls[^1]);
    }

    [Fact]
    public void A_fit_stops_in_good_order_where_a_callback_says_so()
    {
        using var learn = small.Quick();
        learn.Fit(3, callbacks: [new StopAfterBatch(2)], cancellation: stop);
        Assert.Equal(2, learn.Recorder.Steps.Count);
        Assert.Single(learn.Recorder.Epochs);
    }

    [Fact]
    public void Gradients_of_small_batches_add_up_to_one_step()
    {
        using var learn = small.Quick();
        var before = SmallTraining.Values(learn, "head.8.weight");
        var changes = new ChangedSteps("head.8.weight", before);
        learn.Fit(1, callbacks: [new GradientAccumulation(8), changes], cancellation: stop);
        Assert.Equal([false, true, false, true], changes.Changed);
    }

    [Fact]
    public void A_bound_on_gradients_scales_them_down()
    {
        using var learn = small.Quick();
        var norms = new GradientNorm();
        learn.Fit(1, callbacks: [new GradientClip(1e-3), norms], cancellation: stop);
        Assert.All(norms.Norms, norm => Assert.InRange(norm, 0.5e-3, 1.001e-3));
    }

    [Fact]
    public void Epochs_are_written_as_csv()
    {
        using var learn = small.Quick();
        using var folder = new TemporaryFolder();
        learn.FineTune(1, callbacks: [new CsvLogger(folder["h.csv"])], cancellation: stop);
        var lines = File.ReadAllLines(folder["h.csv"]);
        Assert.Equal("phase,epoch,train_loss,valid_loss,error_rate,seconds", lines[0]);
        Assert.StartsWith("frozen,0,", lines[1]);
        Assert.StartsWith("unfrozen,0,", lines[2]);
        Assert.Equal(3, lines.Length);
    }

    [Fact]
    public void A_loss_that_is_no_number_ends_the_fit_or_is_an_error()
    {
        using var learn = small.Quick();
        var before = SmallTraining.Values(learn, "head.8.weight");
        var poison = new Poison();
        Assert.Throws<TrainingException>(() => learn.Fit(1, callbacks: [poison], cancellation: stop));
        learn.Fit(1, callbacks: [poison, new TerminateOnNaN()], cancellation: stop);
        Assert.Empty(learn.Recorder.Epochs);
        Assert.Equal(before, SmallTraining.Values(learn, "head.8.weight"));
    }

    private sealed class Witness : Callback
    {
        public List<string> Calls { get; } = [];

        public override void BeforeFit(FitRun fit) => Calls.Add($"fit {fit.Phase} {fit.Epochs}");

        public override void BeforeEpoch(FitRun fit) => Calls.Add($"epoch {fit.Epoch}");

        public override void BeforeBatch(FitRun fit) => Calls.Add("batch");

        public override void BeforeStep(FitRun fit) => Calls.Add("step");

        public override void AfterBatch(FitRun fit) => Calls.Add("done");

        public override void AfterEpoch(FitRun fit) => Calls.Add($"report {fit.Report!.Epoch}");

        public override void AfterFit(FitRun fit) => Calls.Add("over");
    }

    private sealed class StopAfterBatch(int count) : Callback
    {
        private int done;

        public override void AfterBatch(FitRun fit)
        {
            if (++done == count)
                fit.Stop();
        }
    }

    private sealed class ChangedSteps(string name, float[] before) : Callback
    {
        private float[] last = before;

        public List<bool> Changed { get; } = [];

        public override void AfterBatch(FitRun fit)
        {
            var now = SmallTraining.Values(fit.Learner, name);
            Changed.Add(!now.SequenceEqual(last));
            last = now;
        }
    }

    private sealed class GradientNorm : Callback
    {
        public List<double> Norms { get; } = [];

        public override void BeforeStep(FitRun fit) => Norms.Add(Math.Sqrt(fit.Learner.Model.parameters().Sum(p =>
        {
            using var gradient = p.grad;
            return gradient is null ? 0 : Math.Pow(gradient.norm().item<float>(), 2);
        })));
    }

    private sealed class Poison : Callback
    {
        public override void BeforeBatch(FitRun fit) => fit.Batch!.Images = fit.Batch.Images.mul(double.NaN);
    }
}
