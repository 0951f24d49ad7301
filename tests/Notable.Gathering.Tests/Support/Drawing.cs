using Notable.Imaging;

namespace Notable.Gathering.Tests.Support;

/// <summary>Pictures drawn by formula, four samples per pixel.</summary>
internal static class Drawing
{
    /// <summary>Draws ink of one color on white paper; the formula tells from -1 to 1 across and down whether a point has ink.</summary>
    public static Picture Draw(int width, int height, Func<double, double, bool> ink, byte red = 40, byte green = 40, byte blue = 40)
    {
        var pixels = new byte[width * height * 3];
        for (int y = 0, o = 0; y < height; y++)
            for (var x = 0; x < width; x++)
            {
                var covered = 0;
                for (var sample = 0; sample < 4; sample++)
                    if (ink((2 * (x + 0.25 + 0.5 * (sample & 1)) - width) / height, (2 * (y + 0.25 + 0.5 * (sample >> 1)) - height) / height))
                        covered++;
                foreach (var color in (byte[])[red, green, blue])
                    pixels[o++] = (byte)((color * covered + 250 * (4 - covered)) / 4);
            }
        return new(width, height, pixels);
    }

    /// <summary>Dark hardware on white paper, as a shop photographs it.</summary>
    /// <param name="kind">nut, washer, bolt or gear.</param>
    /// <param name="seed">Which piece: size, turn and place.</param>
    public static Picture Hardware(string kind, int seed)
    {
        var random = new Random(seed * 7 + kind.Length);
        var (size, turn, left, top) = (0.4 + 0.3 * random.NextDouble(), 6.28 * random.NextDouble(), 0.2 * random.NextDouble() - 0.1, 0.2 * random.NextDouble() - 0.1);
        return Draw(320, 240, (x, y) =>
        {
            var (u, v) = (((x - left) * Math.Cos(turn) - (y - top) * Math.Sin(turn)) / size, ((x - left) * Math.Sin(turn) + (y - top) * Math.Cos(turn)) / size);
            var (radius, angle) = (Math.Sqrt(u * u + v * v), Math.Atan2(v, u));
            return kind switch
            {
                "nut" => radius > 0.5 && radius * Math.Cos((angle + 6.28318) % 1.0472 - 0.5236) < 0.87,
                "washer" => radius is > 0.55 and < 1,
                "bolt" => Math.Abs(u) < 0.3 && Math.Abs(v) < 1.2 || Math.Abs(u) < 0.6 && v is > 0.8 and < 1.2,
                _ => radius > 0.3 && radius < (Math.Cos(10 * angle) > 0 ? 1 : 0.8),
            };
        });
    }

    /// <summary>A form of eight rows with a box each, of which one is ticked.</summary>
    public static Picture Form(int width, int ticked) => Draw(width, width * 7 / 5, (x, y) =>
    {
        var row = (y + 0.9) / 0.22;
        var (at, inside) = ((int)Math.Floor(row), row - Math.Floor(row));
        if (at is < 0 or > 7)
            return false;
        // The box, 0.08 wide, its tick, and lines of text right of it.
        var (u, v) = ((x + 0.6) / 0.08, (inside - 0.3) / 0.36);
        if (u is >= 0 and <= 1 && v is >= 0 and <= 1)
            return u < 0.1 || u > 0.9 || v < 0.1 || v > 0.9 || at == ticked && (Math.Abs(u - v) < 0.12 || Math.Abs(u + v - 1) < 0.12);
        return x is > -0.4 and < 0.6 && inside is > 0.4 and < 0.55 && Math.Sin(60 * x + at) > -0.3;
    });

    public static Picture Disc(byte red, byte green, byte blue) => Draw(300, 300, (x, y) => x * x + y * y < 0.4, red, green, blue);
}
