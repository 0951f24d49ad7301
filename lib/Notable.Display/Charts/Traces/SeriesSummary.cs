using System.Globalization;

namespace Notable.Display.Figures;

/// <summary>Describes a series in one line of text.</summary>
internal static class SeriesSummary
{
    public static string Of(string kind, string? name, IReadOnlyList<double> values)
    {
        var finite = values.Where(double.IsFinite).ToArray();
        var range = finite.Length == 0
            ? "no finite value"
            : string.Create(CultureInfo.InvariantCulture, $"{finite.Min():G4} to {finite.Max():G4}");
        return $"{kind}{(name is null ? "" : $" \"{name}\"")}: {values.Count} values, {range}";
    }
}
