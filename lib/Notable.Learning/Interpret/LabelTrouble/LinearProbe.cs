using Notable.Learning.Acceleration;
using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Notable.Learning;

/// <summary>A linear classifier on precomputed features.</summary>
internal static class LinearProbe
{
    private const int Steps = 150;
    private const double Rate = 0.02, Ridge = 0.1, LeastSpread = 1e-3;

    /// <summary>Returns predictions of classifiers for pictures they were not trained on.</summary>
    /// <param name="features">[N, channels].</param>
    /// <param name="labels">The class of each picture.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="folds">Number of parts the pictures are split into; each is predicted by a classifier trained on the others.</param>
    /// <param name="repeats">Number of random splits; the predictions are averaged.</param>
    /// <param name="seed">Random seed.</param>
    /// <param name="cancellation">Stops the computation.</param>
    /// <returns>[N][classes] probabilities.</returns>
    public static float[][] OutOfFold(Tensor features, int[] labels, int classes, int folds, int repeats, int seed, CancellationToken cancellation)
    {
        using var scope = NewDisposeScope();
        var targets = tensor(Array.ConvertAll(labels, label => (long)label));
        var sums = labels.Select(_ => new float[classes]).ToArray();
        for (var repeat = 0; repeat < repeats; repeat++)
        {
            var fold = Deal(labels, folds, new SeededRandom(seed, repeat));
            for (var f = 0; f < folds; f++)
            {
                cancellation.ThrowIfCancellationRequested();
                var apart = Enumerable.Range(0, labels.Length).ToLookup(i => fold[i] == f, i => (long)i);
                if (apart[true].Any())
                    Add(sums, [.. apart[true]], Judge(features, targets, [.. apart[false]], [.. apart[true]], classes), repeats);
            }
        }
        return sums;
    }

    /// <summary>Assigns the shuffled pictures of each class to the folds in turn.</summary>
    private static int[] Deal(int[] labels, int folds, Random random)
    {
        var fold = new int[labels.Length];
        foreach (var members in Enumerable.Range(0, labels.Length).GroupBy(i => labels[i]).OrderBy(group => group.Key))
        {
            int[] order = [.. members];
            random.Shuffle(order);
            for (var i = 0; i < order.Length; i++)
                fold[order[i]] = i % folds;
        }
        return fold;
    }

    private static Tensor Judge(Tensor features, Tensor targets, long[] known, long[] asked, int classes)
    {
        using var scope = NewDisposeScope();
        var (seen, unseen) = (tensor(known), tensor(asked));
        var (x, y) = (features.index_select(0, seen), targets.index_select(0, seen));
        using Scalar least = LeastSpread;
        var (mean, spread) = (x.mean([0], keepdim: true), x.std([0], keepdim: true).clamp(min: least));
        using var linear = Train((x - mean) / spread, y, classes);
        using var gradients = no_grad();
        return linear.call((features.index_select(0, unseen) - mean) / spread).softmax(1).MoveToOuterDisposeScope();
    }

    private static TorchSharp.Modules.Linear Train(Tensor x, Tensor y, int classes)
    {
        // Starts from zero and is convex, so the result is deterministic.
        var linear = nn.Linear(x.shape[1], classes);
        nn.init.zeros_(linear.weight);
        nn.init.zeros_(linear.bias!);
        // Weighted, so that larger classes are not preferred.
        using Scalar share = (double)x.shape[0] / classes;
        var weight = F.one_hot(y, classes).to_type(ScalarType.Float32).sum(dim: 0).clamp(min: SafeScalars.One).reciprocal().mul(share);
        Tensor[] trained = [linear.weight, linear.bias!];
        Tensor[] means = Array.ConvertAll(trained, tensor => zeros_like(tensor)), squares = Array.ConvertAll(trained, tensor => zeros_like(tensor));
        using Scalar ridge = Ridge / 2;
        for (var step = 1; step <= Steps; step++)
        {
            using var scope = NewDisposeScope();
            F.cross_entropy(linear.call(x), y, weight).add(linear.weight.mul(linear.weight).sum(), ridge).backward();
            FusedAdam.Step(trained, Array.ConvertAll(trained, tensor => tensor.grad!), means, squares, step, Rate, mom: 0.9, sqrMom: 0.999, eps: 1e-8, weightDecay: 0);
            foreach (var tensor in trained)
                tensor.grad = null;
        }
        return linear;
    }

    private static void Add(float[][] sums, long[] items, Tensor probabilities, int repeats)
    {
        using var all = probabilities;
        var (values, classes) = (all.contiguous().data<float>().ToArray(), (int)all.shape[1]);
        for (var i = 0; i < items.Length; i++)
            for (var c = 0; c < classes; c++)
                sums[items[i]][c] += values[i * classes + c] / repeats;
    }
}
