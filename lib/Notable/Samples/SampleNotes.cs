using Notable.Imaging;
using Notable.Samples.Artwork;
using Notable.Samples.Drawing;
using Notable.Samples.Scene;

namespace Notable;

/// <summary>
/// Pictures of made-up notes, drawn by code: data for a first walk, for tests and for places where no photo of a note may
/// lie. The artwork is our own and says SAMPLE; numerals, layout and (loosely) tint tell a 50 from a 100.
/// </summary>
public static class SampleNotes
{
    /// <summary>
    /// A photo-like picture of a sample note: turned, tilted, lit, on some table. The same for a seed on every machine.
    /// </summary>
    /// <param name="denomination">50 or 100.</param>
    /// <param name="seed">Which picture; every seed gives another.</param>
    /// <returns>A picture of 640 x 480 to 800 x 600 pixels.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Another denomination.</exception>
    public static Picture Draw(int denomination, int seed)
    {
        Require(denomination);
        var random = new SplitMix64(SplitMix64.Mix((uint)seed) + (ulong)denomination);
        return NotePhoto.Take(NoteArtwork.Draw(NoteDesign.Random(denomination, random)), random);
    }

    /// <summary>The artwork itself, flat and upright, for texts and examples.</summary>
    /// <param name="denomination">50 or 100.</param>
    /// <returns>A picture of 840 x 360 pixels.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Another denomination.</exception>
    public static Picture Flat(int denomination)
    {
        Require(denomination);
        return NoteArtwork.Draw(NoteDesign.Standard(denomination));
    }

    /// <summary>
    /// Writes a small data set: <c>usd50/note-0001.jpg</c> and so on, and <c>usd100/</c> likewise. Files of those names are
    /// replaced.
    /// </summary>
    /// <param name="folder">Where to; made if it is missing.</param>
    /// <param name="perClass">Pictures of each denomination.</param>
    /// <param name="seed">Which data set: the same seed draws the same pictures.</param>
    public static void WriteTo(string folder, int perClass, int seed = 42)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(perClass);
        foreach (var denomination in (int[])[50, 100])
        {
            var target = Directory.CreateDirectory(Path.Combine(folder, $"usd{denomination}")).FullName;
            Parallel.For(0, perClass, i =>
                Draw(denomination, unchecked(seed * 100_003 + i)).Save(Path.Combine(target, $"note-{i + 1:0000}.jpg")));
        }
    }

    private static void Require(int denomination)
    {
        if (denomination is not (50 or 100))
            throw new ArgumentOutOfRangeException(nameof(denomination), denomination, "Sample notes are drawn as 50 or 100.");
    }
}
