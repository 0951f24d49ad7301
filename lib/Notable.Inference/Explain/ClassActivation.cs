using System.Numerics;
using Notable.Learning.Graphs;

namespace Notable.Learning;

/// <summary>
/// Grad-CAM (Selvaraju et al. 2016) for fastai's head: the body's feature maps, each weighted by how much it raises a class's score. The
/// head is small enough to differentiate by hand.
/// </summary>
internal static class ClassActivation
{
    /// <summary>Returns the map [rows, columns], 0 to 1.</summary>
    /// <param name="features">[channels, rows, columns], the body's output for a picture.</param>
    /// <param name="rows">Rows of a feature map.</param>
    /// <param name="columns">Columns of a feature map.</param>
    /// <param name="head">The head's folded weights.</param>
    /// <param name="answer">Index of the class among the answers.</param>
    public static float[,] Of(float[] features, int rows, int columns, HeadWeights head, int answer)
    {
        var fields = rows * columns;
        var gradient = PooledGradient(Pooled(features, fields, head.Features), head, answer);
        var sums = new float[fields];
        for (var channel = 0; channel < head.Features; channel++)
        {
            // The gradient of the maximum goes to one cell, that of the mean to all equally: averaged over the map, both give the same weight.
            var weight = (gradient[channel] + gradient[head.Features + channel]) / fields;
            var map = features.AsSpan(channel * fields, fields);
            for (var field = 0; field < fields; field++)
                sums[field] += weight * map[field];
        }
        var highest = sums.Max();
        var result = new float[rows, columns];
        for (var field = 0; field < fields; field++)
            result[field / columns, field % columns] = highest > 0 ? Math.Max(sums[field], 0) / highest : 0;
        return result;
    }

    /// <summary>Returns the maxima of the channels, followed by their means.</summary>
    private static float[] Pooled(float[] features, int fields, int channels)
    {
        var pooled = new float[2 * channels];
        for (var channel = 0; channel < channels; channel++)
        {
            var (largest, sum) = (float.NegativeInfinity, 0.0);
            foreach (var value in features.AsSpan(channel * fields, fields))
                (largest, sum) = (Math.Max(largest, value), sum + value);
            (pooled[channel], pooled[channels + channel]) = (largest, (float)(sum / fields));
        }
        return pooled;
    }

    /// <summary>
    /// Returns the gradient of a score with respect to the pooled values: back through a linear layer, a ReLU and a linear layer.
    /// </summary>
    private static float[] PooledGradient(float[] pooled, HeadWeights head, int answer)
    {
        var (inputs, hidden) = (pooled.Length, head.InnerOffset.Length);
        var gradient = new float[inputs];
        for (var unit = 0; unit < hidden; unit++)
        {
            var row = head.Inner.AsSpan(unit * inputs, inputs);
            if (Dot(row, pooled) + head.InnerOffset[unit] <= 0)
                continue;
            var upstream = head.Outer[answer * hidden + unit];
            for (var i = 0; i < inputs; i++)
                gradient[i] += upstream * row[i];
        }
        return gradient;
    }

    private static float Dot(ReadOnlySpan<float> first, ReadOnlySpan<float> second)
    {
        var (sum, done) = (Vector<float>.Zero, 0);
        for (; done <= first.Length - Vector<float>.Count; done += Vector<float>.Count)
            sum += new Vector<float>(first[done..]) * new Vector<float>(second[done..]);
        var rest = Vector.Sum(sum);
        for (; done < first.Length; done++)
            rest += first[done] * second[done];
        return rest;
    }
}
