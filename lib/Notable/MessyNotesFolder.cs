using Notable.Imaging;

namespace Notable;

/// <summary>Generates notes with the faults of a web search.</summary>
internal static class MessyNotesFolder
{
    private const int Misfiled = 2;

    /// <summary>Writes the folder, which must be empty or missing.</summary>
    public static void Write(string folder, int perClass, int seed)
    {
        SampleNotes.WriteTo(folder, perClass, seed);
        foreach (var (own, other) in (ReadOnlySpan<(string, string)>)[("usd50", "usd100"), ("usd100", "usd50")])
        {
            for (var i = 1; i <= Misfiled; i++)
                File.Move(Note(folder, own, i), Path.Combine(folder, other, $"from-{own}-{i}.jpg"));
            Table(seed, own == "usd50").Save(Path.Combine(folder, own, "table.jpg"));
        }
        var cut = Note(folder, "usd50", Misfiled + 1);
        File.WriteAllBytes(cut, File.ReadAllBytes(cut)[..^4000]);
        File.Copy(Note(folder, "usd100", Misfiled + 1), Path.Combine(folder, "usd100", "copy.jpg"));
    }

    private static string Note(string folder, string name, int number) => Path.Combine(folder, name, $"note-{number:0000}.jpg");

    /// <summary>Returns a picture of an empty table.</summary>
    private static Picture Table(int seed, bool isDark)
    {
        const int width = 640, height = 480, stripe = 40;
        var (random, pixels) = (new Random(seed), new byte[width * height * 3]);
        for (var i = 0; i < pixels.Length; i++)
        {
            var across = isDark ? i / 3 % width : i / 3 / width;
            pixels[i] = (byte)((isDark ? 60 : 170) + (across / stripe % 2 == 0 ? 25 : 0) + random.Next(12));
        }
        return new(width, height, pixels);
    }
}
