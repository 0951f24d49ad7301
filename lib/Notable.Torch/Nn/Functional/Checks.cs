namespace TorchSharp;

/// <summary>Checks of the shapes layers take, with both shapes in the message.</summary>
internal static class LayerChecks
{
    internal static void Linear(torch.Tensor input, torch.Tensor weight, torch.Tensor? bias)
    {
        var (x, w) = (input.shape, weight.shape);
        if (w.Length != 2 || x.Length == 0 || x[^1] != w[1])
            throw new ArgumentException($"linear: input of shape {Shapes.Text(x)} and weight of shape {Shapes.Text(w)}; the input's last size must be the weight's second.");
        if (bias?.shape is { } b && (b.Length != 1 || b[0] != w[0]))
            throw new ArgumentException($"linear: bias of shape {Shapes.Text(b)} for a weight of shape {Shapes.Text(w)}; expected [{w[0]}].");
    }

    internal static void Convolution(torch.Tensor input, long[] w, long[] padding, long[] dilation, long groups)
    {
        var x = input.shape;
        if (x.Length is not (3 or 4) || w.Length != 4)
            throw new ArgumentException($"conv2d: input of shape {Shapes.Text(x)} and weight of shape {Shapes.Text(w)}; expected [N, channels, height, width] and four sizes.");
        if (x[^3] != w[1] * groups)
            throw new ArgumentException($"conv2d: input of shape {Shapes.Text(x)} has {x[^3]} channels; a weight of shape {Shapes.Text(w)} in {groups} group(s) takes {w[1] * groups}.");
        for (var side = 0; side < 2; side++)
            if (x[^(2 - side)] + 2 * padding[side] < dilation[side] * (w[2 + side] - 1) + 1)
                throw new ArgumentException($"conv2d: input of shape {Shapes.Text(x)} with padding {Shapes.Text(padding)} is smaller than the window of weight {Shapes.Text(w)}.");
    }

    internal static void Picture(string operation, torch.Tensor input)
    {
        if (input.dim() is not (3 or 4))
            throw new ArgumentException($"{operation}: input of shape {Shapes.Text(input.shape)}; expected [N, channels, height, width] or [channels, height, width].");
    }

    internal static void BatchNorm(torch.Tensor input, torch.Tensor? features)
    {
        var x = input.shape;
        if (x.Length < 2 || (features is not null && features.numel() != x[1]))
            throw new ArgumentException($"batch_norm: input of shape {Shapes.Text(x)} for {features?.numel()} features; the second size must be their number.");
    }

    internal static void TrainingBatchNorm(torch.Tensor input)
    {
        var x = input.shape;
        if (input.numel() == x[1])
            throw new ArgumentException($"batch_norm: input of shape {Shapes.Text(x)} has one value a feature; in training it takes more (a larger batch, or eval()).");
    }

    internal static void CrossEntropy(torch.Tensor input, torch.Tensor target)
    {
        var (x, y) = (input.shape, target.shape);
        var classes = x.Length == 1 ? y.Length == 0 : x.Length > 1 && y.Length == x.Length - 1 && y[0] == x[0] && y.AsSpan(1).SequenceEqual(x.AsSpan(2));
        var probabilities = target.is_floating_point() && y.AsSpan().SequenceEqual(x);
        if (!classes && !probabilities)
            throw new ArgumentException($"cross_entropy: scores of shape {Shapes.Text(x)} and targets of shape {Shapes.Text(y)}; expected [N, classes] and [N] (class numbers) or [N, classes] (probabilities).");
        if (classes && !probabilities && target.dtype != torch.ScalarType.Int64 && target.dtype != torch.ScalarType.Byte)
            throw new ArgumentException($"cross_entropy: class numbers of type {target.dtype}; expected Int64.");
    }
}
