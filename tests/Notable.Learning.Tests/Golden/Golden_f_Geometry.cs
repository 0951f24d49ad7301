using TorchSharp;

namespace Notable.Learning.Tests.Golden;

/// <summary>Golden group f: geometry at fixed parameters. Matrices within 1e-6, coordinates within 1e-6, pixels within 2e-5 of fastai's (float32 in another order).</summary>
public class Golden_f_Geometry
{
    private const double PixelTolerance = 2e-5;

    private static Homography FlipRotateZoom => Flip.Mirrored * Rotate.By(6) * Zoom.By(1.07, 0.2, 0.7);

    private static readonly Dictionary<string, (string Input, Homography Map)> cases = new()
    {
        ["flip"] = ("x32", Flip.Mirrored),
        ["rotate_plus10"] = ("x32", Rotate.By(10)),
        ["rotate_minus7_rect"] = ("x24x40", Rotate.By(-7).ForShape(24, 40)),
        ["zoom_1.1_c0.2_0.7"] = ("x32", Zoom.By(1.1, 0.2, 0.7)),
        ["composed_flip_rot6_zoom1.07"] = ("x32", FlipRotateZoom),
        ["warp_x0.15_y-0.1"] = ("x32", Warp.By(0.15, -0.1)),
        ["warp_rect"] = ("x24x40", Warp.By(0.15, -0.1)),
        ["all_affine_then_warp"] = ("x32", Warp.By(0.15, -0.1) * FlipRotateZoom),
    };

    public static TheoryData<string> Names => [.. cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Pixels_are_fastais(string name)
    {
        using var scope = torch.NewDisposeScope();
        var golden = GoldenFile.Tensors("f_augment");
        var (input, map) = cases[name];
        var images = GoldenInputs.Picture(input);
        golden[name].AssertClose(Resampling.Apply(images, [map], images.shape[2], images.shape[3]), PixelTolerance);
    }

    [Theory]
    [InlineData("rotate10_zeros", WarpPadding.Zeros)]
    [InlineData("rotate10_border", WarpPadding.Border)]
    public void Other_paddings_are_fastais(string name, WarpPadding padding)
    {
        using var scope = torch.NewDisposeScope();
        GoldenFile.Tensors("f_augment")[name].AssertClose(Resampling.Apply(GoldenInputs.Picture("x32"), [Rotate.By(10)], 32, 32, padding), PixelTolerance);
    }

    [Theory]
    [InlineData("flip")]
    [InlineData("rotate_plus10")]
    [InlineData("rotate_minus7_rect")]
    [InlineData("zoom_1.1_c0.2_0.7")]
    [InlineData("composed_flip_rot6_zoom1.07")]
    public void Affine_matrices_are_fastais(string name)
    {
        var expected = GoldenFile.Json("f_augment").GetProperty("matrices").GetProperty(name).Doubles();
        AssertMatrix(expected, cases[name].Map, 6);
    }

    [Fact]
    public void The_closed_form_of_a_warp_solves_fastais_equations()
    {
        var expected = GoldenFile.Json("f_augment").GetProperty("matrices").GetProperty("warp_coeffs_x0.15_y-0.1").Doubles();
        AssertMatrix(expected, Warp.By(0.15, -0.1), 8);
    }

    [Fact]
    public void A_warp_takes_its_four_corners_to_the_squares()
    {
        const double x = -0.19, y = 0.13;
        var map = Warp.By(x, y);
        ReadOnlySpan<(double, double, double, double)> pairs =
            [(-1 - y, -1 - x, -1, -1), (-1 + y, 1 + x, -1, 1), (1 + y, -1 + x, 1, -1), (1 - y, 1 - x, 1, 1)];
        foreach (var (fromX, fromY, toX, toY) in pairs)
        {
            var depth = map.M20 * fromX + map.M21 * fromY + map.M22;
            Assert.Equal(toX, (map.M00 * fromX + map.M01 * fromY + map.M02) / depth, 1e-12);
            Assert.Equal(toY, (map.M10 * fromX + map.M11 * fromY + map.M12) / depth, 1e-12);
        }
    }

    [Theory]
    [InlineData("grid_after_affine", false)]
    [InlineData("grid_after_affine_and_warp", true)]
    public void Coordinates_are_fastais(string name, bool isWarped)
    {
        using var scope = torch.NewDisposeScope();
        var map = isWarped ? Warp.By(0.15, -0.1) * FlipRotateZoom : FlipRotateZoom;
        GoldenFile.Tensors("f_augment")[name].AssertClose(Resampling.Grid([map], 32, 32, torch.CPU), 1e-6);
    }

    [Fact]
    public void A_much_larger_source_is_averaged_down_first()
    {
        using var scope = torch.NewDisposeScope();
        var golden = GoldenFile.Tensors("f_augment");
        golden["x96_to_32_area_then_grid"].AssertClose(Resampling.Apply(GoldenInputs.Picture("x96"), [Homography.Identity], 32, 32), PixelTolerance);
    }

    private static void AssertMatrix(double[] expected, Homography map, int count)
    {
        var found = new float[9];
        map.CopyTo(found);
        for (var i = 0; i < count; i++)
            Assert.Equal(expected[i], found[i], 1e-6);
    }
}
