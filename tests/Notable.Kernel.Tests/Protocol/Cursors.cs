using Notable.Kernel.Protocol;

namespace Notable.Kernel.Tests.Protocol;

public class Cursors
{
    [Theory]
    [InlineData("abc", 2, 2)]
    [InlineData("a🎉b", 2, 3)]
    [InlineData("🎉🎉", 1, 2)]
    [InlineData("\ud83cx", 1, 1)]
    public void Code_points_are_not_letters_of_UTF16(string text, int codePoint, int index)
    {
        Assert.Equal(index, CodePoints.ToIndex(text, codePoint));
        Assert.Equal(codePoint, CodePoints.FromIndex(text, index));
    }

    [Theory]
    [InlineData(-5, 0)]
    [InlineData(99, 3)]
    public void A_place_outside_the_text_is_its_end(int codePoint, int index) => Assert.Equal(index, CodePoints.ToIndex("abc", codePoint));
}
