using System.Text.Json.Nodes;

namespace Notable.Display.Figures;

/// <summary>Writes numbers and labels for plotly.js.</summary>
internal static class PlotlyJson
{
    public static JsonNode? Number(double value) => double.IsFinite(value) ? JsonValue.Create(value) : null;

    public static JsonArray Numbers(IEnumerable<double> values) => [.. values.Select(Number)];

    public static JsonArray Strings(IEnumerable<string?> values) => [.. values.Select(value => JsonValue.Create(value))];

    public static JsonArray Rows<T>(T[,] matrix, Func<T, JsonNode?> cell) =>
        [.. Enumerable.Range(0, matrix.GetLength(0)).Select(row => new JsonArray(
            [.. Enumerable.Range(0, matrix.GetLength(1)).Select(column => cell(matrix[row, column]))]))];
}
