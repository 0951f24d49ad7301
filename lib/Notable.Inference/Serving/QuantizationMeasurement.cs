using System.Numerics.Tensors;
using Notable.Display;
using Notable.Imaging;
using Notable.Learning.Graphs;
using Onnx;

namespace Notable.Learning;

/// <summary>Measures the <see cref="Quantization"/> of a network on pictures.</summary>
internal static class QuantizationMeasurement
{
    // More pictures hardly widen the ranges.
    private const int Enough = 64;

    // Half of the largest difference from float32 that a trusted answer may have (0.005): other pictures differ more than these few.
    private const float LargestDifference = 0.0025f;

    // With the shipped models, rounding changes probabilities above this by at most 0.003, and those at 0.98 by up to 0.007 (513 photos).
    private const double LeastTrusted = 0.99;

    // If only answers above this can be trusted, integers save hardly any time.
    private const double MostTrusted = 0.999;

    // An empty range has no scale.
    private const float SmallestHigh = 1e-6f;

    /// <summary>Returns the measured quantization.</summary>
    /// <param name="network">The network.</param>
    /// <param name="items">Pictures of the kind it will see; some are chosen, spread evenly, because files are often sorted by class.</param>
    /// <param name="open">Opens one. Those that cannot be read are skipped: a file that was removed must not cost a trained model.</param>
    /// <returns>
    /// Null if the answers with integers differ too much from those in float32, if there are no pictures, or if this processor cannot tell
    /// (<see cref="QuantizedSession.IsExact"/>).
    /// </returns>
    public static Quantization? Of<T>(ModelNetwork network, IReadOnlyList<T> items, Func<T, Picture> open)
    {
        var (card, values) = (network.Card, QuantizedGraph.ValuesOf(network.Graph.Graph.Graph));
        if (!QuantizedSession.IsExact || values.Count == 0)
            return null;
        byte[][] squares = [.. Sample(items, open).Select(picture => card.Transform.Resize.Apply(picture).Pixels.ToArray())];
        if (squares.Length == 0)
            return null;
        var (ranges, exact) = Ranges(network, values, squares);
        var session = new NetworkSession(QuantizedGraph.Of(network.Graph, ranges), card.Transform.Resize.Size);
        var surest = 0f;
        foreach (var (square, logits) in squares.Zip(exact))
        {
            var (whole, quantized) = (Answer(logits), Answer(session.Logits(square, 1)[0]));
            if (TensorPrimitives.Distance<float>(whole, quantized) > LargestDifference)
                surest = Math.Max(surest, quantized.Max());
        }
        return surest > MostTrusted ? null : ranges with { TrustedFrom = Math.Max(ranges.TrustedFrom, MathF.BitIncrement(surest)) };

        float[] Answer(float[] logits) => card.Calibrated(Predictor.Softmax(logits));
    }

    /// <summary>Opens enough of the items, spread evenly, and skips those that cannot be read.</summary>
    public static IEnumerable<Picture> Sample<T>(IReadOnlyList<T> items, Func<T, Picture> open)
    {
        var count = Math.Min(Enough, items.Count);
        using var bar = new ProgressBar("preparing fast predictions", count);
        for (var i = 0; i < count; i++)
        {
            if (TryOpen(items[(int)((long)i * items.Count / count)]) is { } picture)
                yield return picture;
            bar.Report(i + 1);
        }

        Picture? TryOpen(T item)
        {
            try
            {
                return open(item);
            }
            catch (Exception e) when (e is ImagingException or IOException or UnauthorizedAccessException)
            {
                return null;
            }
        }
    }

    /// <summary>Runs the network in float32, and returns the ranges of its values and its logits.</summary>
    private static (Quantization Ranges, IReadOnlyList<float[]> Logits) Ranges(ModelNetwork network, IReadOnlyList<string> values, byte[][] squares)
    {
        var model = network.Graph.Graph.Clone();
        model.Graph.Output.Add(values.Select(value => new ValueInfoProto
        {
            Name = value, Type = new() { TensorType = new() { ElemType = (int)TensorProto.Types.DataType.Float } },
        }));
        var session = new NetworkSession(new(model, network.Graph.Weights), network.Card.Transform.Resize.Size);
        var (lows, highs, logits) = (new float[values.Count], new float[values.Count], new List<float[]>());
        Array.Fill(highs, SmallestHigh);
        foreach (var square in squares)
            session.Inspect(square, [.. values, NetworkGraph.Logits], (place, numbers) =>
            {
                if (place == values.Count)
                    logits.Add(numbers.ToArray());
                else
                    (lows[place], highs[place]) = (Math.Min(lows[place], TensorPrimitives.Min(numbers)), Math.Max(highs[place], TensorPrimitives.Max(numbers)));
            });
        return (new(LeastTrusted, lows, highs), logits);
    }
}
