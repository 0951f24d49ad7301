namespace Notable.Learning;

/// <summary>Checks fractions that must leave items on both sides.</summary>
internal static class FractionCheck
{
    public static double Inside(double value, string name) => value is > 0 and < 1
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} must be a fraction between 0 and 1, such as 0.2");
}
