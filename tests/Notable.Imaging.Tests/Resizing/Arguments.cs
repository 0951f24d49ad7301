using Notable.Imaging.Tests.Support;

namespace Notable.Imaging.Tests.Resizing;

/// <summary>Sizes and boxes that make no sense.</summary>
public class Arguments
{
    private readonly Picture picture = TestPicture.Gradient(10, 8);

    [Theory]
    [InlineData(-1, 0, 5, 5)]
    [InlineData(0, -1, 5, 5)]
    [InlineData(6, 0, 5, 5)]
    [InlineData(0, 4, 5, 5)]
    [InlineData(0, 0, 0, 5)]
    [InlineData(0, 0, 5, int.MaxValue)]
    [InlineData(int.MaxValue, 0, 5, 5)]
    public void A_box_that_leaves_the_picture_is_refused_with_both_sizes(int left, int top, int width, int height)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => picture.Crop(left, top, width, height));
        Assert.Contains("10 x 8", error.Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => picture.Resize(4, 4, new(left, top, width, height)));
    }

    [Fact]
    public void A_size_below_one_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => picture.Resize(0, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => picture.Resize(4, -1));
    }

    [Fact]
    public void Pixels_that_do_not_fit_the_size_are_refused_with_both_numbers() =>
        Assert.Contains("2 x 2 pixels need 12 bytes (3 each), but the array has 11",
            Assert.Throws<ArgumentException>(() => new Picture(2, 2, new byte[11])).Message);

    [Fact]
    public void A_reflected_border_wider_than_the_picture_goes_to_and_fro()
    {
        var narrow = new Picture(2, 1, [1, 1, 1, 2, 2, 2]);
        Assert.Equal([2, 1, 2, 1, 2], narrow.Pad(3, 0, 0, 0, PadMode.Reflect).Pixels.ToArray().Where((_, i) => i % 3 == 0));
    }
}
