using Notable.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>e to the power of each element.</summary>
    public static Tensor exp(Tensor input) => input.exp();
    /// <summary>The natural logarithm of each element.</summary>
    public static Tensor log(Tensor input) => input.log();
    /// <summary>The square root of each element.</summary>
    public static Tensor sqrt(Tensor input) => input.sqrt();
    /// <summary>The absolute value of each element.</summary>
    public static Tensor abs(Tensor input) => input.abs();
    /// <summary>1 / (1 + e^-x) of each element.</summary>
    public static Tensor sigmoid(Tensor input) => input.sigmoid();
    /// <summary>Each element bounded from below, from above or both.</summary>
    public static Tensor clamp(Tensor input, Scalar? min = null, Scalar? max = null) => input.clamp(min, max);
    /// <summary>Probabilities from scores along a dimension.</summary>
    public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => input.softmax(dim, dtype);
    /// <summary>The matrix product.</summary>
    public static Tensor matmul(Tensor input, Tensor target) => input.matmul(target);
    /// <summary>The mean of all elements.</summary>
    public static Tensor mean(Tensor input) => input.mean();
    /// <summary>The sum of all elements.</summary>
    public static Tensor sum(Tensor input, ScalarType? type = null) => input.sum(type);
    /// <summary>The larger of two, element by element.</summary>
    public static Tensor maximum(Tensor input, Tensor other) => input.maximum(other);
    /// <summary>The smaller of two, element by element.</summary>
    public static Tensor minimum(Tensor input, Tensor other) => input.minimum(other);
    /// <summary>Whether all elements agree within <c>atol + rtol |target|</c>.</summary>
    public static bool allclose(Tensor tensor, Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false) =>
        tensor.allclose(target, rtol, atol, equal_nan);

    /// <summary>The inverse of <see cref="sigmoid"/>, log(x / (1 - x)), with x first bounded to [eps, 1 - eps] where eps is given.</summary>
    public static Tensor logit(Tensor input, double? eps = null)
    {
        using var bounded = eps is { } e ? input.clamp(e, 1 - e) : input.alias();
        using var rest = 1.0 - bounded;
        using var odds = bounded / rest;
        return odds.log();
    }
}
