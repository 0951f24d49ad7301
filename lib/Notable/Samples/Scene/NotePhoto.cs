using Notable.Imaging;
using Notable.Samples.Drawing;

namespace Notable.Samples.Scene;

/// <summary>Generates a photo of a note on a table.</summary>
internal sealed class NotePhoto
{
    private readonly int width, height, noteWidth, noteHeight;
    private readonly CameraView camera;
    private readonly Ink[] note;
    private readonly Tabletop table;
    private readonly Light light;
    private readonly double noteLength, shadowX, shadowY;

    private NotePhoto(Picture artwork, SplitMix64 random)
    {
        (width, height) = (random.Integer(640, 800), random.Integer(480, 600));
        noteLength = width * random.Between(0.62, 1.04);
        // Half of the notes are almost level, some steeper, a few upside down.
        var halfTurn = random.Chance(0.5) ? random.Between(-0.06, 0.06) : random.Between(-0.3, 0.3);
        if (random.Chance(0.06))
            halfTurn = 1 / (Math.Abs(halfTurn) + 0.02);
        camera = new(width * random.Between(0.4, 0.6), height * random.Between(0.38, 0.62), noteLength, halfTurn,
            random.Between(-0.3, 0.3), random.Between(-0.35, 0.35));
        // Scaled to about its size in the photo, so that one bilinear sample per pixel neither blurs nor aliases.
        (noteWidth, noteHeight) = ((int)noteLength, (int)noteLength * artwork.Height / artwork.Width);
        note = Inks(artwork.Resize(noteWidth, noteHeight).Pixels);
        table = new(random);
        light = new(random);
        (shadowX, shadowY) = (random.Between(-0.02, 0.02), random.Between(0.003, 0.025));
    }

    /// <summary>Generates a photo of the artwork; all its properties are drawn from <paramref name="random"/>.</summary>
    public static Picture Take(Picture artwork, SplitMix64 random)
    {
        var photo = new NotePhoto(artwork, random).Expose();
        // A slightly soft lens: shrink and enlarge.
        if (!random.Chance(0.6))
            return photo;
        var softness = random.Between(1.05, 2);
        return photo.Resize((int)(photo.Width / softness), (int)(photo.Height / softness)).Resize(photo.Width, photo.Height);
    }

    private Picture Expose()
    {
        var pixels = new byte[width * height * 3];
        for (int y = 0, o = 0; y < height; y++)
            for (var x = 0; x < width; x++, o += 3)
            {
                var place = camera.ToNote(x + 0.5, y + 0.5);
                var lit = light.On(Seen(place, x, y), (x + 0.5) / width - 0.5, (y + 0.5) / height - 0.5);
                lit.Store(pixels.AsSpan(o, 3));
            }
        return new(width, height, pixels);
    }

    private Ink Seen(Point place, int x, int y)
    {
        var (column, row) = (place.X * noteLength + noteWidth / 2.0, place.Y * noteLength + noteHeight / 2.0);
        var inside = Inside(column, row);
        if (inside >= 0.5)
            return NoteAt(column, row);
        var ground = table.At(x, y);
        var near = Inside(column - shadowX * noteLength, row - shadowY * noteLength);
        var shadow = Math.Clamp(1 + near / (0.035 * noteLength), 0, 1);
        ground = ground.Times(1 - 0.5 * shadow);
        return inside <= -0.5 ? ground : ground.Towards(NoteAt(column, row), inside + 0.5);
    }

    /// <summary>Returns the distance from the note's edge, in pixels; negative outside.</summary>
    private double Inside(double column, double row) =>
        Math.Min(Math.Min(column, noteWidth - column), Math.Min(row, noteHeight - row));

    private Ink NoteAt(double column, double row)
    {
        var (x, y) = (Math.Clamp(column - 0.5, 0, noteWidth - 1.001), Math.Clamp(row - 0.5, 0, noteHeight - 1.001));
        var (left, top) = ((int)x, (int)y);
        var (u, v) = (x - left, y - top);
        var i = top * noteWidth + left;
        return note[i].Towards(note[i + 1], u).Towards(note[i + noteWidth].Towards(note[i + noteWidth + 1], u), v);
    }

    private static Ink[] Inks(ReadOnlySpan<byte> pixels)
    {
        var inks = new Ink[pixels.Length / 3];
        for (var i = 0; i < inks.Length; i++)
            inks[i] = new(pixels[i * 3], pixels[i * 3 + 1], pixels[i * 3 + 2]);
        return inks;
    }
}
