using Notable.Imaging.Tests.Support;

namespace Notable.Imaging.Tests.Decoding;

/// <summary>The eight EXIF orientations.</summary>
public class Orientations
{
    private const int Width = 64, Height = 48;

    /// <summary>EXIF 2.3, tag 0x0112: which side of the scene the first stored row and the first stored column show.</summary>
    public static TheoryData<int, string, string> All => new()
    {
        { 1, "top", "left" }, { 2, "top", "right" }, { 3, "bottom", "right" }, { 4, "bottom", "left" },
        { 5, "left", "top" }, { 6, "right", "top" }, { 7, "right", "bottom" }, { 8, "left", "bottom" },
    };

    [Theory]
    [MemberData(nameof(All))]
    public void A_turned_picture_comes_out_upright(int orientation, string firstRow, string firstColumn)
    {
        var file = ExifJpeg.Write(Stored(firstRow, firstColumn), orientation);
        var upright = Picture.Decode(file);
        Assert.Equal((Width, Height), (upright.Width, upright.Height));
        Assert.InRange(TestPicture.LargestDifference(Scene(), upright), 0, 12);
        Assert.Equal(orientation, Picture.Identify(file).Orientation);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_turn_can_be_left_alone(int orientation, string firstRow, string firstColumn)
    {
        var stored = Stored(firstRow, firstColumn);
        var asStored = Picture.Decode(ExifJpeg.Write(stored, orientation), DecodeOptions.LikeFastai);
        Assert.InRange(TestPicture.LargestDifference(stored, asStored), 0, 12);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    [InlineData(4000)]
    public void An_impossible_orientation_counts_as_upright(int orientation)
    {
        var file = ExifJpeg.Write(Scene(), orientation);
        Assert.Equal(1, Picture.Identify(file).Orientation);
        Assert.InRange(TestPicture.LargestDifference(Scene(), Picture.Decode(file)), 0, 12);
    }

    /// <summary>Four quarters of four colors, their borders on JPEG's block borders.</summary>
    private static Picture Scene()
    {
        var pixels = new List<byte>();
        for (var y = 0; y < Height; y++)
            for (var x = 0; x < Width; x++)
                pixels.AddRange((x < 32, y < 16) switch
                {
                    (true, true) => (byte[])[200, 60, 60],
                    (false, true) => [60, 180, 70],
                    (true, false) => [60, 80, 200],
                    _ => [200, 190, 80],
                });
        return new(Width, Height, [.. pixels]);
    }

    private static Picture Stored(string firstRow, string firstColumn)
    {
        var rowsAreColumns = firstRow is "left" or "right";
        var (width, height) = rowsAreColumns ? (Height, Width) : (Width, Height);
        var scene = Scene();
        var pixels = new List<byte>();
        for (var row = 0; row < height; row++)
            for (var column = 0; column < width; column++)
            {
                var (fromRow, fromColumn) = (From(firstRow, row), From(firstColumn, column));
                pixels.AddRange(rowsAreColumns ? scene.At(fromRow, fromColumn) : scene.At(fromColumn, fromRow));
            }
        return new(width, height, [.. pixels]);
    }

    private static int From(string side, int index) => side switch
    {
        "right" => Width - 1 - index,
        "bottom" => Height - 1 - index,
        _ => index,
    };
}
