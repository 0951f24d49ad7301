using Notable.Imaging;
using Notable.Samples.Artwork;
using Notable.Samples.Drawing;
using Notable.Samples.Scene;

namespace Notable;

/// <summary>
/// Generated pictures of fictional notes, for first steps, for tests and for places where photos of real notes are not permitted. The artwork
/// is original and says SAMPLE; numerals, layout and (roughly) color distinguish a 50 from a 100.
/// </summary>
public static class SampleNotes
{
    /// <summary>
    /// Generates a photo-like picture of a sample note: rotated, tilted, lit, on a table. The same for a seed on every machine.
    /// </summary>
    /// <param name="denomination">50 or 100.</param>
    /// <param name="seed">Random seed of the picture.</param>
    /// <returns>A picture of 640 x 480 to 800 x 600 pixels.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The denomination is another one.</exception>
    public static Picture Draw(int denomination, int seed)
    {
        Require(denomination);
        var random = new SplitMix64(SplitMix64.Mix((uint)seed) + (ulong)denomination);
        return NotePhoto.Take(NoteArtwork.Draw(NoteDesign.Random(denomination, random)), random);
    }

    /// <summary>Returns the artwork itself, flat and upright, for texts and examples.</summary>
    /// <param name="denomination">50 or 100.</param>
    /// <returns>A picture of 840 x 360 pixels.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The denomination is another one.</exception>
    public static Picture Flat(int denomination)
    {
        Require(denomination);
        return NoteArtwork.Draw(NoteDesign.Standard(denomination));
    }

    /// <summary>
    /// Writes a small data set: <c>usd50/note-0001.jpg</c> and so on, and <c>usd100/</c> likewise. Existing files of those names are
    /// replaced.
    /// </summary>
    /// <param name="folder">The target folder; created if missing.</param>
    /// <param name="perClass">Number of pictures per denomination.</param>
    /// <param name="seed">Random seed: the same seed gives the same pictures.</param>
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
