using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Learning;

/// <summary>Evaluates a learner without training it: dropout off, batch-norms with their running statistics.</summary>
internal static class Evaluation
{
    public static ValidationReport Validate(
        Learner learn, DataLoader data, CancellationToken cancellation, WaitingTime? waiting = null, Action? afterBatch = null,
        ResidentPictures? resident = null)
    {
        double loss = 0, items = 0;
        using var metrics = new MetricSums(learn.Metrics);
        ForEachBatch(learn, data, waiting ?? new(), cancellation, (logits, labels) =>
        {
            var count = labels.shape[0];
            items += count;
            loss += count * learn.Loss.Mean(logits, labels).item<float>();
            metrics.Add(logits, labels);
            afterBatch?.Invoke();
        }, resident: resident);
        return new(loss / items, metrics.Result());
    }

    public static Predictions GetPreds(Learner learn, DataLoader data, CancellationToken cancellation, Random? random = null)
    {
        List<float[]> probabilities = [];
        List<double> losses = [];
        ForEachBatch(learn, data, new(), cancellation, (logits, labels) =>
        {
            probabilities.AddRange(Rows(logits.softmax(-1)));
            if (!data.IsLabeled)
                return;
            using var perItem = learn.Loss.PerItem(logits, labels).cpu();
            losses.AddRange(perItem.data<float>().ToArray().Select(loss => (double)loss));
        }, random);
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

    private static void ForEachBatch(Learner learn, DataLoader data, WaitingTime waiting,
        CancellationToken cancellation, Action<Tensor, Tensor> use, Random? random = null, ResidentPictures? resident = null)
    {
        using var turn = learn.Turn.EnterScope();
        learn.Model.eval();
        foreach (var batch in waiting.For(data.Batches(random ?? new Random(0), learn.Device, resident, cancellation)))
        {
            using (batch)
            {
                cancellation.ThrowIfCancellationRequested();
                using var inference = inference_mode();
                using var scope = NewDisposeScope();
                use(TrainingStep.Logits(learn.Model, learn.Precision, batch.Images), batch.Labels);
            }
        }
    }

    private static float[][] Rows(Tensor table)
    {
        using var host = table.cpu().contiguous();
        return [.. host.data<float>().ToArray().Chunk((int)table.shape[1])];
    }
}
