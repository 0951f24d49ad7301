using Notable.Display;
using Notable.Learning.Acceleration;
using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Learning;

/// <summary>Computes the features that a network's body extracts from pictures.</summary>
internal static class BodyFeatures
{
    private const int BatchSize = 32;

    /// <summary>Returns the mean of every channel of the body's output, for each picture.</summary>
    /// <returns>[N, channels] float32 on the CPU, training items first, in the current dispose scope.</returns>
    public static Tensor Of(Learner learner, CancellationToken cancellation)
    {
        var dls = learner.DataLoaders;
        var count = dls.Train.Items.Count + dls.Valid.Items.Count;
        using var bar = new ProgressBar("computing features", count);
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
