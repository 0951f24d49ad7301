using Notable.Imaging.Tests.Support;

namespace Notable.Imaging.Tests.Resizing;

/// <summary>The vectorised passes against the rule written out plainly, one sample at a time.</summary>
public class PlainRule
{
    [Theory]
    [InlineData(1, 1, 5, 4)]
    [InlineData(7, 5, 1, 1)]
    [InlineData(64, 48, 64, 48)]
    [InlineData(64, 48, 64, 20)]
    [InlineData(64, 48, 31, 48)]
    [InlineData(301, 200, 32, 32)]
    [InlineData(33, 17, 100, 90)]
    [InlineData(1000, 3, 3, 50)]
    [InlineData(3, 1000, 50, 3)]
    [InlineData(997, 11, 996, 12)]
    public void Every_byte_is_the_rules(int fromWidth, int fromHeight, int width, int height)
    {
        var source = TestPicture.Noise(fromWidth, fromHeight, fromWidth + height);
        TestPicture.AssertSame(Resized(source, width, height), source.Resize(width, height));
    }

    [Theory]
    [InlineData(0, 0, 50, 40)]
    [InlineData(13, 7, 50, 40)]
    [InlineData(50, 30, 50, 40)]
    [InlineData(99, 69, 1, 1)]
    [InlineData(0, 69, 100, 1)]
    public void A_box_gives_what_cutting_it_out_first_gives(int left, int top, int width, int height)
    {
        var source = TestPicture.Noise(100, 70, 9);
        foreach (var (toWidth, toHeight) in ((int, int)[])[(20, 20), (50, 40), (75, 90), (1, 1)])
            TestPicture.AssertSame(
                source.Crop(left, top, width, height).Resize(toWidth, toHeight),
                source.Resize(toWidth, toHeight, new(left, top, width, height)));
    }

    private static Picture Resized(Picture source, int width, int height)
    {
        var rows = new byte[width * source.Height * 3];
        for (var i = 0; i < rows.Length; i++)
        {
            var (y, x, c) = (i / (width * 3), i / 3 % width, i % 3);
            rows[i] = Sample(source.Width, width, x, at => source.Pixels[(y * source.Width + at) * 3 + c]);
        }
        var all = new byte[width * height * 3];
        for (var i = 0; i < all.Length; i++)
        {
            var (y, rest) = (i / (width * 3), i % (width * 3));
            all[i] = Sample(source.Height, height, y, at => rows[at * width * 3 + rest]);
        }
        return new(width, height, all);
    }

    private static byte Sample(int input, int output, int position, Func<int, byte> at)
    {
        var scale = (double)input / output;
        var support = Math.Max(scale, 1);
        var center = (position + 0.5) * scale;
        var first = Math.Max(0, (int)(center - support + 0.5));
        var end = Math.Min(input, (int)(center + support + 0.5));
        var weights = Enumerable.Range(first, end - first)
            .Select(index => Math.Max(0, 1 - Math.Abs((index - center + 0.5) * (1 / support)))).ToArray();
        var total = weights.Sum();
        var sum = 1 << 21;
        for (var i = 0; i < weights.Length; i++)
            sum += at(first + i) * (int)(0.5 + weights[i] / total * (1 << 22));
        return (byte)Math.Clamp(sum >> 22, 0, 255);
    }
}
