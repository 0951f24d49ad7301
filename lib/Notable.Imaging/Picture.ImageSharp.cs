using Notable.Imaging.Pixels;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace Notable.Imaging;

/// <content>Conversion to and from <see cref="Image{TPixel}"/> of SixLabors.ImageSharp.</content>
public sealed partial class Picture
{
    /// <summary>
    /// Creates a picture from an ImageSharp image of any pixel format: its first frame, as stored (its EXIF orientation is not applied).
    /// </summary>
    /// <param name="image">The image; its pixels are copied.</param>
    /// <param name="alpha">How transparency is handled.</param>
    public static Picture FromImageSharp(Image image, AlphaMode alpha = AlphaMode.BlendOnWhite)
    {
        ArgumentNullException.ThrowIfNull(image);
        if (image is Image<Rgb24> rgb)
            return new(image.Width, image.Height, PixelsOf(rgb, 3));
        using var rgba = image is Image<Rgba32> ? null : image.CloneAs<Rgba32>();
        var samples = PixelsOf(rgba ?? (Image<Rgba32>)image, 4);
        return new(image.Width, image.Height, RgbConversion.ToRgb(new(image.Width, image.Height, 4, Wide: false, samples), alpha));
    }

    /// <summary>Returns the pixels as an ImageSharp image. The caller disposes it.</summary>
    public Image<Rgb24> ToImageSharp() => Image.LoadPixelData<Rgb24>(pixels, Width, Height);

    /// <summary>Lets an ImageSharp image be used wherever a picture is accepted; see <see cref="FromImageSharp"/>.</summary>
    public static implicit operator Picture(Image image) => FromImageSharp(image);

    /// <summary>Copies the pixels to an ImageSharp image; see <see cref="ToImageSharp"/>.</summary>
    public static explicit operator Image<Rgb24>(Picture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        return picture.ToImageSharp();
    }

    private static byte[] PixelsOf<TPixel>(Image<TPixel> image, int bands) where TPixel : unmanaged, IPixel<TPixel>
    {
        var samples = GC.AllocateUninitializedArray<byte>(checked(image.Width * image.Height * bands));
        image.Frames.RootFrame.CopyPixelDataTo(samples);
        return samples;
    }
}
