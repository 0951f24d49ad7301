using Notable.Imaging;

namespace Notable.Learning;

/// <summary>
/// Places the picture as an object in a generated photo: at any angle, near or far, at a slant, sometimes several copies in a fan or a
/// pile, on a generated background. For objects that people photograph where they lie, if the training pictures show little but the
/// object itself.
/// </summary>
public sealed class Scene : ItemTransform
{
    private readonly int size, maxCopies;
    private readonly double minScale, maxScale, maxSlant, maxDegrees, p;

    /// <summary>Creates a random scene with a long side of <paramref name="size"/>.</summary>
    /// <param name="size">Long side of the result in pixels; somewhat more than the network's input.</param>
    /// <param name="minScale">Smallest size of the object: its long side as a fraction of the scene's.</param>
    /// <param name="maxScale">Largest such fraction, drawn log-uniform; above 1 the object extends beyond the edges.</param>
    /// <param name="maxDegrees">The angle is uniform between minus and plus this.</param>
    /// <param name="maxSlant">Largest displacement of a corner, as a fraction of the object's sides; below 0.5.</param>
    /// <param name="maxCopies">Largest number of copies, placed in a fan; half of the scenes have one.</param>
    /// <param name="p">Fraction of the pictures placed in scenes.</param>
    public Scene(int size, double minScale = 0.35, double maxScale = 1.2, double maxDegrees = 180, double maxSlant = 0.15, int maxCopies = 4, double p = 0.5)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 8);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxCopies, 1);
        if (!(minScale > 0 && minScale <= maxScale && maxScale <= 4))
            throw new ArgumentException($"the scale range {minScale} to {maxScale} must be positive, ascending and at most 4", nameof(minScale));
        if (maxSlant is not (>= 0 and < 0.5))
            throw new ArgumentOutOfRangeException(nameof(maxSlant), maxSlant, "maxSlant must be from 0 to below 0.5");
        (this.size, this.minScale, this.maxScale, this.maxDegrees, this.maxSlant, this.maxCopies) =
            (size, minScale, maxScale, maxDegrees, maxSlant, maxCopies);
        this.p = RandomDraws.Share(p, nameof(p));
    }

    /// <inheritdoc/>
    public override Picture Apply(Picture picture, Random random)
    {
        if (!random.Chance(p))
            return picture;
        var shortSide = (int)(size * random.Uniform(0.5, 1));
        var canvas = new Canvas(random.Chance(0.7) ? Backdrop.Draw(size, shortSide, random) : Backdrop.Draw(shortSide, size, random));
        var copies = random.Chance(0.5) ? 1 : random.Next(1, maxCopies + 1);
        var longSide = Math.Exp(random.Uniform(Math.Log(minScale), Math.Log(maxScale))) * size;
        var thing = Fitted(picture, longSide);
        var (angle, turn) = (random.Uniform(-maxDegrees, maxDegrees), random.Uniform(10, 40) * (random.Chance(0.5) ? 1 : -1));
        // An object larger than the scene may be anywhere that shows most of it.
        var middle = new Spot(canvas.Width * random.Uniform(0.3, 0.7), canvas.Height * random.Uniform(0.3, 0.7));
        var apart = copies == 1 ? 0 : longSide * random.Uniform(0.1, 0.5);
        for (var copy = 0; copy < copies; copy++)
        {
            var shift = copy - (copies - 1) / 2.0;
            var (sin, cos) = Math.SinCos((angle + 90) * Math.PI / 180);
            var place = new Spot(middle.X + shift * apart * cos, middle.Y + shift * apart * sin);
            Corners(thing, place, angle + shift * turn, random).Draw(thing, canvas);
        }
        return canvas.ToPicture();
    }

    private static Picture Fitted(Picture picture, double longSide)
    {
        var scale = longSide / Math.Max(picture.Width, picture.Height);
        return picture.Resize(Math.Max(1, (int)(picture.Width * scale)), Math.Max(1, (int)(picture.Height * scale)));
    }

    private Quad Corners(Picture thing, Spot middle, double degrees, Random random)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        return new(Corner(-1, -1), Corner(1, -1), Corner(1, 1), Corner(-1, 1));

        Spot Corner(int right, int down)
        {
            var x = thing.Width / 2.0 * right * (1 - random.Uniform(0, 2 * maxSlant) * (random.Chance(0.5) ? 1 : 0));
            var y = thing.Height / 2.0 * down * (1 - random.Uniform(0, 2 * maxSlant) * (random.Chance(0.5) ? 1 : 0));
            return new(middle.X + x * cos - y * sin, middle.Y + x * sin + y * cos);
        }
    }
}
