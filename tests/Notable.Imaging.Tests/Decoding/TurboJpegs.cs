using Notable.Imaging.Native;
using Notable.Imaging.Pixels;
using Notable.Imaging.Reading;
using Notable.Imaging.Tests.Support;

namespace Notable.Imaging.Tests.Decoding;

/// <summary>JPEG files read by libjpeg-turbo's own interface: the same as by libvips, or left to it.</summary>
public class TurboJpegs
{
    private const string Missing = "libturbojpeg is not installed (apt-get install libturbojpeg0)";

    public static TheoryData<int, int, int?> Sizes => new MatrixTheoryData<int, int, int?>([64, 67, 801], [48, 65], [null, 9, 20]);

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Pixels_are_those_of_libvips(int width, int height, int? minShortSide)
    {
        var picture = TestPicture.Gradient(width, height);
        Same(picture.ToJpeg(80), minShortSide);
        Same(picture.ToJpeg(95), minShortSide);
        Same(Encoded.Jpeg(picture, isProgressive: true), minShortSide);
        Same(Encoded.GrayJpeg(picture), minShortSide);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(8)]
    [InlineData(9)]
    public void Orientations_are_those_of_libvips(int orientation) => Same(ExifJpeg.Write(TestPicture.Gradient(40, 30), orientation), null);

    [Fact]
    public void The_measured_photos_are_those_of_libvips()
    {
        var photos = Directory.GetFiles(Repository.Shared("data", "bills-messy"), "*.jpg", SearchOption.AllDirectories);
        Assert.NotEmpty(photos);
        var quick = 0;
        foreach (var file in photos.Select(File.ReadAllBytes).Where(file => file is [0xFF, 0xD8, ..]))
            if (Turbo(file, 64) is { } found)
            {
                Assert.True(Equal(found, Vips(file, 64)), $"{found.Info}");
                quick++;
            }
        Assert.InRange(quick / (double)photos.Length, 0.9, 1);
    }

    [Fact]
    public void Ink_without_its_profile_is_that_of_libvips() => Same(Encoded.CmykJpeg(TestPicture.Gradient(40, 30)), 12);

    [Fact]
    public void Ink_with_its_profile_is_left_to_libvips() =>
        Assert.Null(TurboReader.TryRead(Encoded.CmykJpeg(TestPicture.Gradient(40, 30)), DecodeOptions.Default, (_, _) => { }));

    [Fact]
    public void A_file_cut_short_anywhere_is_left_to_libvips()
    {
        var file = ExifJpeg.Write(TestPicture.Noise(40, 30, 3), 6);
        for (var length = 2; length < file.Length - 2; length += 7)
            Assert.Null(Turbo(file[..length], null));
    }

    [Fact]
    public void A_header_scribbled_over_says_what_libvips_says_or_nothing()
    {
        var file = ExifJpeg.Write(TestPicture.Gradient(40, 30), 6);
        var random = new Random(5);
        for (var i = 0; i < 2000; i++)
        {
            var scribbled = file.ToArray();
            scribbled[random.Next(2, 300)] = (byte)random.Next(256);
            if (JpegHeader.Read(scribbled) is not var (info, _) || Turbo(scribbled, null) is null)
                continue;
            using var reader = new VipsReader(scribbled, PictureFormat.Jpeg);
            Assert.Equal((reader.Info.Width, reader.Info.Height, reader.Info.Color), (info.Width, info.Height, info.Color));
        }
    }

    private static void Same(byte[] file, int? minShortSide)
    {
        var turbo = Turbo(file, minShortSide);
        Assert.NotNull(turbo);
        Assert.True(Equal(turbo.Value, Vips(file, minShortSide)), $"{turbo.Value.Info}, at least {minShortSide}");
    }

    private static bool Equal((Raster Raster, PictureInfo Info) one, (Raster Raster, PictureInfo Info) other) =>
        one.Info == other.Info && (one.Raster with { Samples = [] }).ToString() == (other.Raster with { Samples = [] }).ToString()
        && one.Raster.Samples.AsSpan().SequenceEqual(other.Raster.Samples);

    private static (Raster Raster, PictureInfo Info)? Turbo(byte[] file, int? minShortSide)
    {
        if (!TurboJpeg.IsThere)
            Assert.Skip(Missing);
        return TurboReader.TryRead(file, new() { MinShortSide = minShortSide, ProfiledInk = false }, (_, _) => { });
    }

    private static (Raster Raster, PictureInfo Info) Vips(byte[] file, int? minShortSide)
    {
        using var reader = new VipsReader(file, PictureFormat.Jpeg);
        if (minShortSide is { } least)
            reader.Shrink(least);
        return (reader.Read(profiledInk: false), reader.Info);
    }
}
