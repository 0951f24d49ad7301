namespace Notable.Learning;

/// <summary>
/// Normalizes the three color channels to the statistics a pretrained network was trained with: (x - mean) / std. Applied last.
/// </summary>
public sealed class Normalize
{
    private readonly float[] mean, std;

    /// <summary>Three means and three standard deviations for values in 0 to 1, in the order red, green, blue.</summary>
    /// <exception cref="ArgumentException">There are not three values of each, a value is not finite, or a deviation is not positive.</exception>
    public Normalize(IReadOnlyList<float> mean, IReadOnlyList<float> std)
    {
        if (mean.Count != 3 || std.Count != 3 || !mean.All(float.IsFinite) || !std.All(value => float.IsFinite(value) && value > 0))
            throw new ArgumentException("Normalize needs three finite means and three positive deviations, "
                + $"found [{string.Join(", ", mean)}] and [{string.Join(", ", std)}]");
        (this.mean, this.std) = ([.. mean], [.. std]);
    }

    /// <summary>The statistics that torchvision's ImageNet weights were trained with.</summary>
    public static Normalize ImageNet { get; } = new([0.485f, 0.456f, 0.406f], [0.229f, 0.224f, 0.225f]);

    /// <summary>Means of red, green, blue.</summary>
    public IReadOnlyList<float> Mean => mean;

    /// <summary>Standard deviations of red, green, blue.</summary>
    public IReadOnlyList<float> Std => std;

    internal ReadOnlySpan<float> Means => mean;

    internal ReadOnlySpan<float> Deviations => std;
}
