using Notable.Imaging;
using Notable.Imaging.Samples;
using Notable.Testing;

namespace Notable.Learning.Tests.Train;

/// <summary>The whole path on notes drawn by code: pictures, training from random weights, export, answers on pictures never seen.</summary>
[Collection(nameof(SmallTraining))]
public class DrawnNotesTests
{
    [Fact]
    public void A_network_learns_to_tell_drawn_notes_apart_and_its_file_knows_new_ones()
    {
        using var folder = new TemporaryFolder();
        SampleNotes.WriteTo(folder["notes"], perClass: 60, seed: 1, cancellation: TestContext.Current.CancellationToken);
        var dls = new DataBlock { ItemTransforms = [new RandomResizedCrop(96, minScale: 0.5)], BatchTransforms = AugTransforms.Default() }
            .DataLoaders(folder["notes"], bs: 8, cancellation: TestContext.Current.CancellationToken);
        using var learn = VisionLearner.Create(dls, Architectures.ResNet18, weights: PretrainedWeights.None);
        learn.FitOneCycle(6, 1e-3, cancellation: TestContext.Current.CancellationToken);
        Assert.True(learn.Recorder.Epochs[^1].ErrorRate <= 0.25, $"error rate {learn.Recorder.Epochs[^1].ErrorRate}");
    }
}
