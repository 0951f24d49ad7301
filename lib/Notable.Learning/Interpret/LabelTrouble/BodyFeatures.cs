using Notable.Display;
using Notable.Learning.Acceleration;
using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Learning;

/// <summary>What a network's body sees in pictures.</summary>
internal static class BodyFeatures
{
    private const int BatchSize = 32;

    /// <summary>The mean over each picture of every channel of the body's output.</summary>
    /// <returns>[N, channels] float32 on the CPU, training items first, for the current dispose scope.</returns>
    public static Tensor Of(Learner learner, CancellationToken cancellation)
    {
        var dls = learner.DataLoaders;
        var count = dls.Train.Items.Count + dls.Valid.Items.Count;
        using var bar = new ProgressBar("looking at pictures", count);
        using var inference = no_grad();
        using var scope = NewDisposeScope();
        learner.Model.eval();
        List<Tensor> parts = [];
        var done = 0;
        foreach (var data in (DataLoader[])[dls.Train, dls.Valid])
            foreach (var places in Enumerable.Range(0, data.Items.Count).Chunk(BatchSize))
            {
                cancellation.ThrowIfCancellationRequested();
                parts.Add(Pooled(learner, dls.InferenceTransform.Apply([.. places.Select(data.Picture)])));
                bar.Report(done += places.Length);
            }
        return cat([.. parts], 0).MoveToOuterDisposeScope();
    }

    private static Tensor Pooled(Learner learner, Tensor images)
    {
        using var scope = NewDisposeScope();
        using var mode = learner.Precision.Begin();
        var output = learner.Model.Body.call(images.to(learner.Device).ToChannelsLast());
        return output.to_type(ScalarType.Float32).mean([2, 3]).cpu().MoveToOuterDisposeScope();
    }
}
