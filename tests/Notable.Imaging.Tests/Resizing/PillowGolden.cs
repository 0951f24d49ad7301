using Notable.Imaging.Tests.Support;

namespace Notable.Imaging.Tests.Resizing;

/// <summary>Resizing against Pillow's own bytes.</summary>
public class PillowGolden
{
    private readonly GoldenTensors golden = new(Repository.Shared("golden", "e_resize_pixels.safetensors"));

    [Theory]
    [InlineData("a", 24)]
    [InlineData("b", 64)]
    [InlineData("c", 32)]
    public void Squishing_gives_Pillows_bytes(string input, int size) =>
        TestPicture.AssertSame(golden[$"{input}.resize_squish_{size}"], golden[$"{input}.input_hwc"].Resize(size, size));

    [Theory]
    [InlineData("a", 24)]
    [InlineData("b", 64)]
    [InlineData("c", 32)]
    public void The_validation_path_of_random_resized_crop_gives_Pillows_bytes(string input, int size)
    {
        var larger = size + (int)Math.Ceiling(size * 0.14 / 8) * 8;
        var margin = (larger - size) / 2;
        TestPicture.AssertSame(golden[$"{input}.rrc_valid_{size}"],
            golden[$"{input}.input_hwc"].Resize(larger, larger).Crop(margin, margin, size, size));
    }

    [Theory]
    [InlineData("a", 24)]
    [InlineData("b", 64)]
    [InlineData("c", 32)]
    public void A_centered_square_resized_gives_Pillows_bytes(string input, int size)
    {
        var source = golden[$"{input}.input_hwc"];
        var side = Math.Min(source.Width, source.Height);
        var box = new CropBox((source.Width - side) / 2, (source.Height - side) / 2, side, side);
        TestPicture.AssertSame(golden[$"{input}.resize_crop_{size}"], source.Resize(size, size, box));
    }

    [Theory]
    [InlineData("a", 24, 88, 57)]
    [InlineData("b", 64, 39, 32)]
    [InlineData("c", 32, 292, 196)]
    public void A_box_resized_gives_Pillows_bytes(string input, int size, int right, int bottom) =>
        TestPicture.AssertSame(golden[$"{input}.crop_5_7_{right}_{bottom}_then_{size}"],
            golden[$"{input}.input_hwc"].Resize(size, size, new(5, 7, right - 5, bottom - 7)));

    [Theory]
    [InlineData("a", 24, PadMode.Reflect)]
    [InlineData("b", 64, PadMode.Reflect)]
    [InlineData("c", 32, PadMode.Reflect)]
    [InlineData("a", 24, PadMode.Zeros)]
    [InlineData("b", 64, PadMode.Zeros)]
    [InlineData("c", 32, PadMode.Zeros)]
    public void Padding_to_a_square_then_resizing_gives_Pillows_bytes(string input, int size, PadMode mode)
    {
        var source = golden[$"{input}.input_hwc"];
        var side = Math.Max(source.Width, source.Height);
        int left = (side - source.Width) / 2, top = (side - source.Height) / 2;
        var padded = source.Pad(left, top, side - source.Width - left, side - source.Height - top, mode);
        var border = mode == PadMode.Zeros ? "zeros" : "reflect";
        TestPicture.AssertSame(golden[$"{input}.resize_pad_{border}_{size}"], padded.Resize(size, size));
    }
}
