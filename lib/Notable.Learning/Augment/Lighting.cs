namespace Notable.Learning;

/// <summary>
/// A change of light as a linear map of a pixel's logit, ln(v / (1 - v)): logit' = <paramref name="Scale"/> logit +
/// <paramref name="Shift"/>. In that space no change can leave the range 0 to 1, and several changes combine into one.
/// </summary>
/// <param name="Scale">1 changes nothing.</param>
/// <param name="Shift">0 changes nothing.</param>
public readonly record struct Lighting(double Scale, double Shift)
{
    /// <summary>No change.</summary>
    public static Lighting Neutral { get; } = new(1, 0);

    /// <summary>Combines this change with <paramref name="next"/>, applied after it.</summary>
    public Lighting Then(Lighting next) => new(Scale * next.Scale, Shift * next.Scale + next.Shift);
}

/// <summary>A random lighting augmentation. Each draw returns one change for one picture.</summary>
public interface ILightingDraw
{
    /// <summary>Draws the change for one picture.</summary>
    Lighting Draw(Random random);
}

/// <summary>Makes the picture darker or brighter.</summary>
/// <param name="maxLighting">Middle gray is moved to a uniform value between 0.5 minus and plus half of this; 0 to below 1.</param>
/// <param name="p">Fraction of the pictures that are changed.</param>
public sealed class Brightness(double maxLighting = 0.2, double p = 0.75) : ILightingDraw
{
    private readonly double p = RandomDraws.Share(p, nameof(p));
    private readonly double maxLighting = LightingRange.Checked(maxLighting);

    /// <inheritdoc/>
    public Lighting Draw(Random random)
    {
        var changed = random.Chance(p);
        var change = random.Uniform(0.5 * (1 - maxLighting), 0.5 * (1 + maxLighting));
        return changed ? By(change) : Lighting.Neutral;
    }

    /// <summary>
    /// Returns the change that moves middle gray to <paramref name="change"/>, between 0 and 1 (exclusive); 0.5 changes nothing.
    /// </summary>
    public static Lighting By(double change) => new(1, Math.Log(change / (1 - change)));
}

/// <summary>Lowers or raises the contrast.</summary>
/// <param name="maxLighting">The factor is between 1 - this and 1 / (1 - this), log-uniform.</param>
/// <param name="p">Fraction of the pictures that are changed.</param>
public sealed class Contrast(double maxLighting = 0.2, double p = 0.75) : ILightingDraw
{
    private readonly double p = RandomDraws.Share(p, nameof(p));
    private readonly double range = -Math.Log(1 - LightingRange.Checked(maxLighting));

    /// <inheritdoc/>
    public Lighting Draw(Random random)
    {
        var changed = random.Chance(p);
        var factor = Math.Exp(random.Uniform(-range, range));
        return changed ? By(factor) : Lighting.Neutral;
    }

    /// <summary>Returns the change of contrast by a positive factor; 1 changes nothing.</summary>
    public static Lighting By(double factor) => new(factor, 0);
}

/// <summary>Checks the range of <c>maxLighting</c>.</summary>
internal static class LightingRange
{
    public static double Checked(double maxLighting) => maxLighting is >= 0 and < 1
        ? maxLighting
        : throw new ArgumentOutOfRangeException(nameof(maxLighting), maxLighting, "maxLighting must be from 0 to below 1");
}
