using System.Numerics.Tensors;

namespace Notable.Learning.Graphs;

/// <summary>A batch-norm in evaluation mode: x * <paramref name="Scale"/> + <paramref name="Shift"/>, per feature.</summary>
internal sealed record NormFactors(float[] Scale, float[] Shift)
{
    public static NormFactors Of(float[] weight, float[] bias, float[] mean, float[] variance, float epsilon)
    {
        var (scale, shift) = (new float[weight.Length], new float[weight.Length]);
        for (var i = 0; i < scale.Length; i++)
        {
            var factor = weight[i] / Math.Sqrt((double)variance[i] + epsilon);
            (scale[i], shift[i]) = ((float)factor, (float)(bias[i] - mean[i] * factor));
        }
        return new(scale, shift);
    }

    /// <summary>Folds the norm into the layer before it, in place.</summary>
    /// <param name="weights">[features, ...].</param>
    /// <param name="offset">[features].</param>
    public void FoldInto(float[] weights, float[] offset)
    {
        var each = weights.Length / Scale.Length;
        for (var feature = 0; feature < Scale.Length; feature++)
        {
            var kernel = weights.AsSpan(feature * each, each);
            TensorPrimitives.Multiply(kernel, Scale[feature], kernel);
            offset[feature] = offset[feature] * Scale[feature] + Shift[feature];
        }
    }

    /// <summary>Folds the norm into the linear layer after it: scales the weights in place.</summary>
    /// <param name="matrix">[outputs, features].</param>
    /// <returns>The layer's bias: [outputs].</returns>
    public float[] FoldIntoNext(float[] matrix)
    {
        var (features, offset) = (Scale.Length, new float[matrix.Length / Scale.Length]);
        for (var output = 0; output < offset.Length; output++)
        {
            var row = matrix.AsSpan(output * features, features);
            var sum = 0.0;
            for (var i = 0; i < features; i++)
            {
                sum += (double)row[i] * Shift[i];
                row[i] *= Scale[i];
            }
            offset[output] = (float)sum;
        }
        return offset;
    }
}
