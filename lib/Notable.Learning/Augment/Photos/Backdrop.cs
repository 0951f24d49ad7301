using Notable.Imaging;

namespace Notable.Learning;

/// <summary>Generates backgrounds: plain, shaded, spotted, striped or cluttered, in any colors.</summary>
internal static class Backdrop
{
    private const int MostThings = 14;

    /// <summary>Draws a random background of that size.</summary>
    public static Picture Draw(int width, int height, Random random)
    {
        var ground = random.Next(4) switch
        {
            0 => Cells(1, 1, random),
            1 => Cells(2, 2, random),
            2 => Cells(random.Next(2, 24), random.Next(2, 24), random),
            _ => Stripes(random),
        };
        var canvas = new Canvas(ground.Resize(width, height));
        if (random.Chance(0.5))
            Clutter(canvas, random);
        return canvas.ToPicture();
    }

    /// <summary>Returns similar random colors as a few pixels; enlarged they form a soft pattern.</summary>
    private static Picture Cells(int columns, int rows, Random random)
    {
        var (middle, spread) = (Color.Draw(random), random.Next(8, 90));
        var pixels = new byte[columns * rows * 3];
        for (var i = 0; i < columns * rows; i++)
            middle.Near(spread, random).CopyTo(pixels.AsSpan(3 * i));
        return new(columns, rows, pixels);
    }

    private static Picture Stripes(Random random)
    {
        var (one, other, count) = (Color.Draw(random), Color.Draw(random), 2 * random.Next(2, 16));
        var pixels = new byte[count * 3];
        for (var i = 0; i < count; i++)
            (i % 2 == 0 ? one : other).Near(12, random).CopyTo(pixels.AsSpan(3 * i));
        return random.Chance(0.5) ? new(count, 1, pixels) : new(1, count, pixels);
    }

    private static void Clutter(Canvas canvas, Random random)
    {
        for (var things = random.Next(2, MostThings); things > 0; things--)
        {
            var (width, height) = (random.Next(2, Math.Max(3, canvas.Width / 3)), random.Next(2, Math.Max(3, canvas.Height / 3)));
            var box = (Left: random.Next(-width / 2, canvas.Width), Top: random.Next(-height / 2, canvas.Height), width, height);
            if (random.Chance(0.5))
                canvas.Rectangle(box.Left, box.Top, width, height, Color.Draw(random));
            else
                canvas.Ellipse(box.Left, box.Top, width, height, Color.Draw(random));
        }
    }
}
