using Notable.Display;
using Notable.Imaging;
using Notable.Learning.Tests.Train;
using Notable.Display.Figures;
using Notable.Testing;

namespace Notable.Learning.Tests;

/// <summary>
/// The main types as a reader of the docs would use them, one after the other, on notes drawn by code. Small and short, so that it
/// runs: the docs' own numbers are 224 px, ResNet18 and FineTune(4).
/// </summary>
[Collection(nameof(SmallTraining))]
public sealed class DocSnippetTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Of_a_training_from_the_folder_to_the_answer()
    {
        SampleNotes.WriteTo(folder["bills"], perClass: 8);
        var target = new RecordingTarget();
        using var shown = DisplayTarget.Use(target);

        // DataBlock
        var bills = new DataBlock
        {
            Blocks = (new ImageBlock(), new CategoryBlock()),
            GetItems = ImageFiles.In,
            Splitter = new RandomSplitter(validPct: 0.25, seed: 42),
            GetY = Labels.ParentFolder,
            ItemTransforms = [new RandomResizedCrop(64, minScale: 0.5)],
            BatchTransforms = [.. AugTransforms.Default(), new RandomErasing()],
            Sampler = Sampler.BalancedClasses,
        };
        Assert.Null(bills.Summary(folder["bills"]).Error);

        // DataLoaders
        var dls = bills.DataLoaders(folder["bills"], bs: 4, cancellation: TestContext.Current.CancellationToken);
        dls.ShowBatch(maxN: 4, unique: true);

        // Learner, Metrics, Losses, Callbacks
        using var learn = VisionLearner.Create(dls, Architectures.SqueezeNet11, [Metrics.ErrorRate, Metrics.F1], PretrainedWeights.None,
            cancellation: TestContext.Current.CancellationToken);
        learn.Loss = Losses.CrossEntropy(dls.ClassWeights(), labelSmoothing: 0.1);
        learn.Callbacks.Add(new SaveModel("error_rate"));
        var rates = learn.LrFind(numIt: 20, cancellation: TestContext.Current.CancellationToken);
        learn.FineTune(1, rates.Valley, callbacks: [new MixUp(), new GradientClip(1)], cancellation: TestContext.Current.CancellationToken);
        learn.Recorder.PlotLoss().Display();

        // ClassificationInterpretation
        var interp = ClassificationInterpretation.From(learn, TestContext.Current.CancellationToken);
        interp.PlotConfusionMatrix(normalize: true).Display();
        interp.PlotTopLosses(2);
        Assert.Equal(4, interp.Report().WeightedAverage.Support);

        // Predictor, HeatMap
        learn.Export(folder["bills.safetensors"]);
        var model = Predictor.Load(folder["bills.safetensors"]);
        var photo = SampleNotes.Draw(50, seed: 1);
        Assert.Contains(model.Predict(photo).Label, model.Vocab);
        Picture overlay = model.Explain(photo).Overlay();
        Assert.Equal(640, overlay.Width);

        // Chart
        Charts.Line([0.9, 0.5, 0.4], "train").Display();
        Assert.True(target.Outputs.Count() >= 5);
    }
}
