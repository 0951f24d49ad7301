using Notable.Imaging;

namespace Notable.Learning;

/// <summary>
/// Randomly covers part of the picture: everything beyond a line at a random angle, like an object that reaches in from one side, or a few
/// ellipses, like fingers.
/// </summary>
public sealed class Covered : ItemTransform
{
    private const int MostBlobs = 4;
    private readonly double maxShare, p;

    /// <summary>Creates a random cover.</summary>
    /// <param name="maxShare">Largest fraction of the picture's width or height hidden from an edge, 0 to 0.9.</param>
    /// <param name="p">Fraction of the pictures that are covered.</param>
    public Covered(double maxShare = 0.5, double p = 0.3)
    {
        this.maxShare = maxShare is >= 0 and <= 0.9
            ? maxShare
            : throw new ArgumentOutOfRangeException(nameof(maxShare), maxShare, "maxShare must be from 0 to 0.9");
        this.p = RandomDraws.Share(p, nameof(p));
    }

    /// <inheritdoc/>
    public override Picture Apply(Picture picture, Random random)
    {
        if (!random.Chance(p))
            return picture;
        var canvas = new Canvas(picture);
        if (random.Chance(0.5))
            Edge(canvas, Backdrop.Draw(canvas.Width, canvas.Height, random), random);
        else
            Blobs(canvas, random);
        return canvas.ToPicture();
    }

    /// <summary>Covers everything beyond a straight line; the line's position is measured along its normal.</summary>
    private void Edge(Canvas canvas, Picture cover, Random random)
    {
        var side = random.Next(4) * 90 + (random.Chance(0.5) ? 0 : random.Uniform(-45, 45));
        var (sin, cos) = Math.SinCos(side * Math.PI / 180);
        var limit = 1 - 2 * random.Uniform(0.1 * maxShare, maxShare);
        for (var row = 0; row < canvas.Height; row++)
            for (var column = 0; column < canvas.Width; column++)
            {
                var (x, y) = (2.0 * column / canvas.Width - 1, 2.0 * row / canvas.Height - 1);
                var at = 3 * (row * canvas.Width + column);
                if (x * cos + y * sin > limit)
                    cover.Pixels.Slice(at, 3).CopyTo(canvas.Pixels[at..]);
            }
    }

    private void Blobs(Canvas canvas, Random random)
    {
        var color = Color.Draw(random);
        for (var blobs = random.Next(1, MostBlobs + 1); blobs > 0; blobs--)
        {
            var (width, height) = (Part(canvas.Width), Part(canvas.Height));
            canvas.Ellipse(random.Next(-width / 2, canvas.Width - width / 2), random.Next(-height / 2, canvas.Height - height / 2),
                width, height, color.Near(20, random));
        }

        int Part(int side) => Math.Max(1, (int)(side * random.Uniform(0.1, 1) * maxShare));
    }
}
