using Notable.Display;
using Notable.Imaging;
using Notable.Learning;

namespace Notable;

/// <summary>How the library's own results look in a notebook, where the types themselves know nothing of display.</summary>
public static class Showing
{
    /// <summary>The long side, in pixels, to which a picture is reduced for show.</summary>
    public const int LongSide = 640;

    /// <summary>Registers the formats; doing it again changes nothing.</summary>
    public static void Register()
    {
        Formatter.Register<Picture>(Format);
        Formatter.Register<SixLabors.ImageSharp.Image>(image => Format(image));
        Formatter.Register<Prediction>(prediction => MimeBundle.Text(prediction.Sentence));
    }

    private static MimeBundle Format(Picture picture)
    {
        var scale = Math.Min(1.0, (double)LongSide / Math.Max(picture.Width, picture.Height));
        var shown = scale == 1 ? picture
            : picture.Resize(Math.Max(1, (int)(picture.Width * scale)), Math.Max(1, (int)(picture.Height * scale)));
        return MimeBundle.Jpeg(shown.ToJpeg(), $"picture of {picture.Width} x {picture.Height} pixels");
    }
}
