using Notable.Imaging.Tests.Support;

namespace Notable.Imaging.Tests.Safety;

/// <summary>A file cut short anywhere, or scribbled over, ends in our exception: never in a crash or in half a picture.</summary>
public class CutShort
{
    [Theory]
    [InlineData("jpg")]
    [InlineData("png")]
    public void At_any_length_it_is_refused(string kind)
    {
        var scene = TestPicture.Noise(40, 30, 3);
        var file = kind == "jpg" ? scene.ToJpeg() : scene.ToPng();
        for (var length = 1; length < file.Length - 12; length += 37)
        {
            var start = file.AsMemory(0, length);
            Assert.ThrowsAny<ImagingException>(() => Picture.Decode(start));
        }
    }

    [Theory]
    [InlineData("jpg")]
    [InlineData("png")]
    [InlineData("webp")]
    [InlineData("gif")]
    [InlineData("tif")]
    [InlineData("bmp")]
    public void Scribbles_decode_or_are_refused_but_nothing_else(string kind)
    {
        var scene = TestPicture.Gradient(40, 30);
        var file = kind switch
        {
            "jpg" => ExifJpeg.Write(scene, 6),
            "png" => scene.ToPng(),
            "webp" => Encoded.WebP(scene),
            "gif" => Encoded.Gif(scene),
            "tif" => Encoded.Tiff(scene),
            _ => BmpFile.Write(8, 8, 8, new byte[64], new byte[1024]),
        };
        var random = new Random(5);
        var refused = 0;
        for (var round = 0; round < 300; round++)
        {
            var scribbled = file.ToArray();
            for (var i = 0; i < 3; i++)
                scribbled[random.Next(Math.Min(scribbled.Length, 600))] = (byte)random.Next(256);
            try
            {
                Picture.Decode(scribbled, new() { MaxPixels = 1_000_000 });
            }
            catch (ImagingException)
            {
                refused++;
            }
        }
        Assert.InRange(refused, 1, 300);
    }
}
