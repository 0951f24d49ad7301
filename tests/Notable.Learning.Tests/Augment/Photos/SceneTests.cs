using Notable.Imaging;

namespace Notable.Learning.Tests.Augment.Photos;

public class SceneTests
{
    private static readonly Picture Red = Plain(90, 40, 250, 10, 10);

    [Fact]
    public void A_quad_draws_each_corner_of_the_picture_at_its_own_corner()
    {
        // Quarters of red, green, blue and white, upper left first, turned by 90 degrees clockwise.
        var picture = new Picture(2, 2, [255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255]).Resize(20, 20);
        var canvas = new Canvas(Plain(40, 40, 0, 0, 0));
        new Quad(new(35, 5), new(35, 35), new(5, 35), new(5, 5)).Draw(picture, canvas);
        Assert.Equal([255, 0, 0], At(canvas, 33, 6));
        Assert.Equal([0, 255, 0], At(canvas, 33, 33));
        Assert.Equal([255, 255, 255], At(canvas, 6, 33));
        Assert.Equal([0, 0, 255], At(canvas, 6, 6));
        Assert.Equal([0, 0, 0], At(canvas, 2, 2));
        Assert.Equal([0, 0, 0], At(canvas, 37, 37));
    }

    [Fact]
    public void A_quad_at_a_slant_sends_its_corners_and_its_crossing_to_the_picture()
    {
        var quad = new Quad(new(10, 12), new(90, 5), new(70, 66), new(20, 60));
        var map = quad.ToPicture();
        Assert.Equal((0, 0), Of(10, 12));
        Assert.Equal((1, 0), Of(90, 5));
        Assert.Equal((1, 1), Of(70, 66));
        Assert.Equal((0, 1), Of(20, 60));
        // Diagonals stay straight in any perspective, so that they cross in the picture's middle.
        var (ax, ay, bx, by) = (60.0, 54.0, -70.0, 55.0);
        var along = ((90 - 10) * by - (5 - 12) * bx) / (ax * by - ay * bx);
        Assert.Equal((0.5, 0.5), Of(10 + along * ax, 12 + along * ay));

        (double, double) Of(double x, double y)
        {
            var depth = map.M20 * x + map.M21 * y + map.M22;
            return (Math.Round((map.M00 * x + map.M01 * y + map.M02) / depth, 9) + 0.0, Math.Round((map.M10 * x + map.M11 * y + map.M12) / depth, 9) + 0.0);
        }
    }

    [Fact]
    public void The_thing_fills_as_much_of_the_scene_as_its_scale_says()
    {
        var scene = new Scene(100, minScale: 0.5, maxScale: 0.5, maxSlant: 0, maxCopies: 1, p: 1);
        // 50 x 22 pixels at any angle, of scenes from 100 x 50 to 100 x 100 in which it can lie near an edge.
        for (var seed = 0; seed < 20; seed++)
            Assert.InRange(RedPixels(scene.Apply(Red, new SeededRandom(seed))), 700, 1300);
    }

    [Fact]
    public void Copies_cover_more()
    {
        int Sum(int copies) => Enumerable.Range(0, 40).Sum(seed =>
            RedPixels(new Scene(100, 0.4, 0.4, maxSlant: 0, maxCopies: copies, p: 1).Apply(Red, new SeededRandom(seed))));
        Assert.True(Sum(4) > 1.3 * Sum(1));
    }

    [Theory]
    [InlineData(0, 1, 0.1, 1)]
    [InlineData(0.9, 0.5, 0.1, 1)]
    [InlineData(0.5, 1, 0.5, 1)]
    [InlineData(0.5, 1, 0.1, 0)]
    public void Ranges_that_make_no_sense_are_refused(double minScale, double maxScale, double maxSlant, int maxCopies) =>
        Assert.ThrowsAny<ArgumentException>(() => new Scene(100, minScale, maxScale, maxSlant: maxSlant, maxCopies: maxCopies));

    private static byte[] At(Canvas canvas, int x, int y) => canvas.Pixels.Slice(3 * (y * canvas.Width + x), 3).ToArray();

    private static int RedPixels(Picture picture) => picture.Pixels.ToArray().Chunk(3).Count(p => p is [> 245, < 15, < 15]);

    private static Picture Plain(int width, int height, byte red, byte green, byte blue) =>
        new(width, height, [.. Enumerable.Repeat((byte[])[red, green, blue], width * height).SelectMany(pixel => pixel)]);
}
