using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Notable.Learning;

/// <summary>A model's answers without training it: dropout off, batch-norms by their running statistics.</summary>
internal static class Evaluation
{
    public static ValidationReport Validate(
        VisionModel model, Precision precision, DataLoader data, IReadOnlyList<Metric> metrics, CancellationToken cancellation,
        WaitingTime? waiting = null, Action? afterBatch = null)
    {
        double loss = 0, items = 0;
        var sums = new double[metrics.Count];
        ForEachBatch(model, precision, data, waiting ?? new(), cancellation, (logits, labels) =>
        {
            var count = labels.shape[0];
            items += count;
            loss += count * F.cross_entropy(logits, labels).item<float>();
            for (var i = 0; i < sums.Length; i++)
                sums[i] += count * metrics[i].OfBatch(logits, labels);
            afterBatch?.Invoke();
        });
        var means = new OrderedDictionary<string, double>(sums.Length);
        for (var i = 0; i < sums.Length; i++)
            means.Add(metrics[i].Name, sums[i] / items);
        return new(loss / items, means);
    }

    public static Predictions GetPreds(VisionModel model, Precision precision, DataLoader data, CancellationToken cancellation)
    {
        List<float[]> probabilities = [];
        List<double> losses = [];
        ForEachBatch(model, precision, data, new(), cancellation, (logits, labels) =>
        {
            probabilities.AddRange(Rows(logits.softmax(-1)));
            var perItem = F.cross_entropy(logits, labels, reduction: nn.Reduction.None).cpu();
            losses.AddRange(perItem.data<float>().ToArray().Select(loss => (double)loss));
        });
        return new(data.Items, probabilities, data.Labels, losses);
    }

    /// <summary>Probabilities [N][classes] of pictures [N, 3, H, W]; the model must be in evaluation mode.</summary>
    public static float[][] Probabilities(nn.Module<Tensor, Tensor> model, Tensor images, Device device)
    {
        using var inference = inference_mode();
        using var scope = NewDisposeScope();
        return Rows(model.call(images.to(device)).softmax(-1));
    }

    /// <summary>Probabilities [N][classes] of pictures [N, 3, H, W] by a network under training, in evaluation mode.</summary>
    public static float[][] Probabilities(VisionModel model, Precision precision, Tensor images, Device device)
    {
        using var inference = inference_mode();
        using var scope = NewDisposeScope();
        return Rows(TrainingStep.Logits(model, precision, images.to(device)).softmax(-1));
    }

    private static void ForEachBatch(VisionModel model, Precision precision, DataLoader data, WaitingTime waiting,
        CancellationToken cancellation, Action<Tensor, Tensor> use)
    {
        model.eval();
        foreach (var batch in waiting.For(data.Batches(new Random(0), cancellation)))
        {
            using (batch)
            {
                cancellation.ThrowIfCancellationRequested();
                using var inference = inference_mode();
                using var scope = NewDisposeScope();
                use(TrainingStep.Logits(model, precision, batch.Images), batch.Labels);
            }
        }
    }

    private static float[][] Rows(Tensor table)
    {
        using var host = table.cpu().contiguous();
        return [.. host.data<float>().ToArray().Chunk((int)table.shape[1])];
    }
}
