namespace Notable.Learning;

/// <summary>Shares that leave something on both sides.</summary>
internal static class Shares
{
    public static double Inside(double value, string name) => value is > 0 and < 1
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} is a share between 0 and 1, such as 0.2");
}
