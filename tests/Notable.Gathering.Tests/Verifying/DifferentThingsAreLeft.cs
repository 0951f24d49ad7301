using Notable.Gathering.Tests.Support;
using Notable.Imaging;

namespace Notable.Gathering.Tests.Verifying;

/// <summary>Pictures that look alike at first and are different ones, and true copies of the same kind.</summary>
public sealed class DifferentThingsAreLeft : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Dark_shapes_on_white_are_four_classes_of_six()
    {
        foreach (var kind in (string[])["nut", "washer", "bolt", "gear"])
            for (var i = 0; i < 6; i++)
                Save(Drawing.Hardware(kind, i), $"{kind}/{i}.jpg");
        Assert.Empty(Verify().Flagged);
    }

    [Fact]
    public void One_disc_in_three_colors_is_three_pictures()
    {
        Save(Drawing.Disc(200, 40, 40), "discs/red.jpg");
        Save(Drawing.Disc(40, 125, 40), "discs/green.jpg");
        Save(Drawing.Disc(80, 80, 220), "discs/blue.jpg");
        Assert.Empty(Verify().Flagged);
    }

    [Theory]
    [InlineData(300, "jpg")]
    [InlineData(500, "png")]
    [InlineData(900, "jpg")]
    [InlineData(1600, "jpg")]
    public void One_form_ticked_in_other_rows_is_other_pictures(int width, string extension)
    {
        for (var row = -1; row < 8; row++)
            Save(Drawing.Form(width, row), $"forms/{row + 1}.{extension}");
        Assert.Empty(Verify().Flagged);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0.5)]
    [InlineData(0.34)]
    public void Copies_of_dark_shapes_in_other_sizes_and_qualities_are_found(double scale)
    {
        SaveWithCopy(Drawing.Hardware("nut", 1), "nut", scale);
        SaveWithCopy(Drawing.Hardware("gear", 2), "gear", scale);
        Assert.Equal(["gear", "nut"], Verify().Unfit.Select(file => Path.GetDirectoryName(file.File)));
    }

    /// <summary>Their hashes differ in up to 31 bits, for most of the paper is as bright as its neighborhood.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(0.5)]
    [InlineData(0.34)]
    public void A_wider_search_finds_copies_of_discs_and_forms_and_nothing_else(double scale)
    {
        SaveWithCopy(Drawing.Disc(200, 40, 40), "red", scale);
        SaveWithCopy(Drawing.Disc(40, 125, 40), "green", scale);
        SaveWithCopy(Drawing.Form(600, 3), "form", scale);
        SaveWithCopy(Drawing.Form(600, 4), "tick", scale);
        var report = Verify(new() { NearDuplicateBits = 40 });
        Assert.Equal(["form", "green", "red", "tick"], report.Unfit.Select(file => Path.GetDirectoryName(file.File)));
        Assert.Equal(4, report.Flagged.Count);
    }

    [Fact]
    public void A_copy_that_is_stored_turned_is_found()
    {
        TestPictures.Tiles(1).Save(folder["b.jpg"]);
        File.WriteAllBytes(folder["a.jpg"], Stored(TestPictures.Tiles(1)));
        Assert.Equal(ProblemKind.NearDuplicate, Assert.Single(Verify().Unfit).Problems.First(problem => problem.IsUnfit).Kind);
    }

    [Fact]
    public void A_copy_in_another_class_is_a_remark_and_stays()
    {
        Save(TestPictures.Tiles(1, 640, 400), "usd50/a.jpg");
        Save(TestPictures.Tiles(1, 640, 400).Resize(320, 200), "usd100/b.jpg");
        var report = Verify();
        var flagged = Assert.Single(report.Flagged);
        Assert.Equal(("usd100/b.jpg", false, ProblemKind.InAnotherClass), (flagged.File, flagged.IsUnfit, Assert.Single(flagged.Problems).Kind));
        Assert.Contains("usd50/a.jpg", flagged.Problems[0].Reason);
        Assert.Empty(report.Unfit);
    }

    [Fact]
    public void A_copy_in_its_own_class_is_found_though_another_class_has_one_too()
    {
        var picture = TestPictures.Tiles(1, 640, 400);
        Save(picture, "usd50/a.png");
        Save(picture.Resize(480, 300), "usd100/b.jpg");
        Save(picture.Resize(320, 200), "usd100/c.jpg");
        Assert.Equal(["usd100/c.jpg"], Verify().Unfit.Select(file => file.File));
    }

    /// <summary>The picture lying on its side, with the EXIF orientation that turns it upright.</summary>
    private static byte[] Stored(Picture picture)
    {
        var pixels = new byte[picture.Pixels.Length];
        for (var y = 0; y < picture.Height; y++)
            for (var x = 0; x < picture.Width; x++)
                picture.Pixels.Slice((y * picture.Width + x) * 3, 3).CopyTo(pixels.AsSpan(((picture.Width - 1 - x) * picture.Height + y) * 3));
        return TestPictures.Rotated(new Picture(picture.Height, picture.Width, pixels).ToJpeg());
    }

    private void Save(Picture picture, string name)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder[name])!);
        picture.Save(folder[name]);
    }

    private void SaveWithCopy(Picture picture, string name, double scale)
    {
        Save(picture, $"{name}/a.png");
        File.WriteAllBytes(folder[$"{name}/b.jpg"], picture.Resize((int)(picture.Width * scale), (int)(picture.Height * scale)).ToJpeg(60));
    }

    private VerificationReport Verify(VerifyOptions? options = null) => PictureVerifier.Verify(folder.Path, options, TestContext.Current.CancellationToken);
}
