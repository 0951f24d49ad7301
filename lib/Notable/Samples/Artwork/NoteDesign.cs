using Notable.Samples.Drawing;

namespace Notable.Samples.Artwork;

/// <summary>
/// The design of a sample note. The inks of the two denominations overlap, so a classifier must use the numerals and the
/// layout.
/// </summary>
/// <param name="Denomination">50 or 100.</param>
/// <param name="Ink">The primary ink.</param>
/// <param name="Accent">The secondary ink, for rosette and band.</param>
/// <param name="Paper">The color of the paper.</param>
/// <param name="WaveHeight">Amplitude of the fine background lines, in pixels.</param>
internal sealed record NoteDesign(int Denomination, Ink Ink, Ink Accent, Ink Paper, double WaveHeight)
{
    private static readonly Ink Cream = new(244, 239, 222);

    /// <summary>From warm to cool; the 50 uses the first two thirds, the 100 the last two thirds.</summary>
    private static readonly Ink[] Inks =
        [new(150, 70, 60), new(140, 62, 104), new(92, 72, 140), new(62, 84, 128), new(36, 104, 116), new(52, 108, 74)];

    /// <summary>Returns the design for texts and examples.</summary>
    public static NoteDesign Standard(int denomination) =>
        denomination == 50 ? Of(50, 0.3, 0.62, 0.11, 9) : Of(100, 0.8, 0.52, 0.11, 9);

    /// <summary>Returns a design with random colors.</summary>
    public static NoteDesign Random(int denomination, SplitMix64 random)
    {
        var (low, high) = denomination == 50 ? (0.0, 0.66) : (0.34, 1.0);
        return Of(denomination, random.Between(low, high), random.Next(), random.Between(0.05, 0.2), random.Between(5, 13));
    }

    private static NoteDesign Of(int denomination, double ink, double accent, double paper, double wave) =>
        new(denomination, At(ink), At(accent).Towards(Ink.White, 0.2), Cream.Towards(At(ink), paper), wave);

    private static Ink At(double place)
    {
        var step = place * (Inks.Length - 1);
        var index = Math.Min(Inks.Length - 2, (int)step);
        return Inks[index].Towards(Inks[index + 1], step - index);
    }
}
