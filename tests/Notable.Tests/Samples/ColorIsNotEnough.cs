using Notable.Imaging;

namespace Notable.Tests.Samples;

/// <summary>The two classes cannot be told apart by their mean color: a classifier has to look at the artwork.</summary>
public class ColorIsNotEnough
{
    [Fact]
    public void Nearest_neighbor_on_mean_color_does_poorly()
    {
        var notes = Enumerable.Range(0, 60)
            .Select(i => (Class: i % 2, Mean: Mean(SampleNotes.Draw(i % 2 == 0 ? 50 : 100, i)))).ToArray();
        var right = notes.Count(note =>
            notes.Where(other => other != note).MinBy(other => Distance(other.Mean, note.Mean)).Class == note.Class);
        Assert.InRange(right / (double)notes.Length, 0, 0.75);
    }

    private static (double Red, double Green, double Blue) Mean(Picture picture)
    {
        var sums = new double[3];
        for (var i = 0; i < picture.Pixels.Length; i++)
            sums[i % 3] += picture.Pixels[i];
        var count = picture.Width * picture.Height;
        return (sums[0] / count, sums[1] / count, sums[2] / count);
    }

    private static double Distance((double Red, double Green, double Blue) a, (double Red, double Green, double Blue) b) =>
        (a.Red - b.Red) * (a.Red - b.Red) + (a.Green - b.Green) * (a.Green - b.Green) + (a.Blue - b.Blue) * (a.Blue - b.Blue);
}
