using Notable.Imaging;
using Notable.Learning.Tests.Data;

namespace Notable.Learning.Tests.Augment.Photos;

/// <summary>Each change of a picture's look at given strength.</summary>
public class LookTests
{
    [Fact]
    public void Grayscale_has_Pillows_luma()
    {
        // Pillow's convert("L") of these colors.
        var gray = Grayscale.Of(new Picture(4, 1, [255, 0, 0, 0, 255, 0, 0, 0, 255, 10, 200, 90]));
        Assert.Equal([76, 76, 76, 150, 150, 150, 29, 29, 29, 131, 131, 131], gray.Pixels.ToArray());
    }

    [Fact]
    public void A_turn_is_clockwise()
    {
        // a b c above d e f
        var picture = new Picture(3, 2, [.. "abcdef".SelectMany(letter => (byte[])[(byte)letter, 0, 0])]);
        Assert.Equal("da eb fc", Letters(Turned.By(picture, 1)));
        Assert.Equal("fed cba", Letters(Turned.By(picture, 2)));
        Assert.Equal("cf be ad", Letters(Turned.By(picture, 3)));

        static string Letters(Picture turned) => string.Join(' ', turned.Pixels.ToArray().Chunk(3).Select(pixel => (char)pixel[0])
            .Chunk(turned.Width).Select(row => new string(row)));
    }

    [Fact]
    public void A_tint_multiplies_each_color_by_its_own_factor()
    {
        Assert.Equal([128, 192, 51], Tinted.By(new Picture(1, 1, [128, 128, 128]), 1, 1.5, 0.4).Pixels.ToArray());
        Assert.Equal([0, 255, 255], Tinted.By(new Picture(1, 1, [0, 200, 255]), 3, 3, 3).Pixels.ToArray());
    }

    [Fact]
    public void A_blur_takes_detail_and_keeps_the_size_and_the_mean()
    {
        var sharp = TestPictures.Noise(1, 60, 60);
        var soft = Blurred.By(sharp, 3);
        Assert.Equal((60, 60), (soft.Width, soft.Height));
        Assert.Equal(Mean(sharp), Mean(soft), 2.0);
        Assert.True(Roughness(soft) < Roughness(sharp) / 3);
    }

    [Fact]
    public void A_compression_leaves_a_picture_that_differs_a_little()
    {
        var note = SampleNotes.Flat(50).Resize(200, 100);
        var squeezed = new Compressed(15, 15, p: 1).Apply(note, new SeededRandom(1));
        var difference = note.Pixels.ToArray().Zip(squeezed.Pixels.ToArray(), (a, b) => Math.Abs(a - b)).Average();
        Assert.InRange(difference, 1, 20);
    }

    [Fact]
    public void A_cover_hides_a_part_and_never_most_of_the_picture()
    {
        var white = new Picture(60, 40, [.. Enumerable.Repeat((byte)255, 60 * 40 * 3)]);
        var hidden = Enumerable.Range(0, 100).Select(seed =>
            new Covered(maxShare: 0.5, p: 1).Apply(white, new SeededRandom(seed)).Pixels.ToArray().Chunk(3).Count(p => p is not [255, 255, 255]) / 2400.0).ToArray();
        Assert.InRange(hidden.Average(), 0.1, 0.4);
        Assert.InRange(hidden.Max(), 0.2, 0.75);
    }

    [Fact]
    public void Strengths_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Covered(maxShare: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Blurred(maxFactor: 0.5));
        Assert.Throws<ArgumentException>(() => new Compressed(80, 20));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Grayscale(1.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Tinted(p: -1));
        Assert.Throws<ArgumentException>(() => new Tinted(darkest: 0));
    }

    private static double Mean(Picture picture) => picture.Pixels.ToArray().Average(value => (double)value);

    private static double Roughness(Picture picture)
    {
        var pixels = picture.Pixels.ToArray();
        return Enumerable.Range(0, pixels.Length - 3).Average(i => (double)Math.Abs(pixels[i + 3] - pixels[i]));
    }
}
