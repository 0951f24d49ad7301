using Notable.Testing;

namespace Notable.Learning.Tests.Train;

/// <summary>The whole path on notes drawn by code: pictures, training from random weights, export, answers on notes never seen.</summary>
[Collection(nameof(SmallTraining))]
public class DrawnNotesTests
{
    // Chance is 0.5; seeds 1, 2 and 3 come to 0.08 each in a long run, seed 1 in a short one too.
    private const double MostErrors = 0.2;

    private static readonly (int PerClass, int Epochs, int NewOfEach) amount = LongTests.AreOn ? (100, 8, 20) : (60, 6, 10);

    [Fact]
    public void A_network_learns_to_tell_drawn_notes_apart_and_its_file_knows_new_ones()
    {
        var stop = TestContext.Current.CancellationToken;
        using var folder = new TemporaryFolder();
        SampleNotes.WriteTo(folder["notes"], perClass: amount.PerClass, seed: 1);
        var dls = new DataBlock { ItemTransforms = [new Resize(64, ResizeMethod.Squish)] }.DataLoaders(folder["notes"], bs: 16, seed: 1, cancellation: stop);
        using var learn = VisionLearner.Create(dls, Architectures.ResNet18, weights: PretrainedWeights.None, precision: Precision.Float32, cancellation: stop);
        learn.FitOneCycle(amount.Epochs, 3e-3, cancellation: stop);
        Assert.InRange(learn.Validate(stop).Metrics["error_rate"], 0, MostErrors);

        learn.Export(folder["notes.safetensors"]);
        var model = Predictor.Load(folder["notes.safetensors"]);
        // Kernels are halved in the file; nothing else differs from the learner.
        Assert.All(dls.Valid.Items, item => Assert.Equal(
            learn.Predict(item).Probabilities.Values, model.Predict(item).Probabilities.Values, (a, b) => Math.Abs(a - b) <= 0.005));
        var wrong = (from seed in Enumerable.Range(0, amount.NewOfEach)
                     from denomination in (int[])[50, 100]
                     where model.Predict(SampleNotes.Draw(denomination, seed).ToJpeg()).Label != $"usd{denomination}"
                     select seed).Count();
        Assert.InRange(wrong / (2.0 * amount.NewOfEach), 0, MostErrors);
    }
}
