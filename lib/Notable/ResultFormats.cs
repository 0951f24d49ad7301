using Microsoft.DotNet.Interactive.Formatting;
using Notable.Display;
using Notable.Imaging;
using Notable.Learning;

namespace Notable;

/// <summary>Registers how the library's results are shown in a notebook, for types that are independent of display.</summary>
public static class ResultFormats
{
    /// <summary>The long side, in pixels, to which a picture is reduced for display.</summary>
    public const int LongSide = 640;

    private static readonly Lazy<bool> registered = new(() =>
    {
        DefaultFormats.Add(RegisterFormats);
        return true;
    });

    /// <summary>Registers the formatters; further calls do nothing.</summary>
    public static void Register() => _ = registered.Value;

    private static void RegisterFormats()
    {
        RegisterPicture<Picture>(picture => picture);
        RegisterPicture<SixLabors.ImageSharp.Image>(image => Picture.FromImageSharp(image));
        Formatter.Register<Prediction>(prediction => prediction.Sentence);
        Formatter.SetPreferredMimeTypesFor(typeof(Prediction), MimeTypes.Text);
    }

    private static void RegisterPicture<T>(Func<T, Picture> toPicture)
    {
        Formatter.Register<T>(image => Text(toPicture(image)));
        Formatter.Register<T>(image => Convert.ToBase64String(Shown(toPicture(image)).ToJpeg()), MimeTypes.Jpeg);
        // For pictures in a table, which is HTML.
        Formatter.Register<T>(image => MimeBundle.Jpeg(Shown(toPicture(image)).ToJpeg(), Text(toPicture(image))).ToHtml(), HtmlFormatter.MimeType);
        Formatter.SetPreferredMimeTypesFor(typeof(T), MimeTypes.Jpeg, MimeTypes.Text);
    }

    private static string Text(Picture picture) => $"picture of {picture.Width} x {picture.Height} pixels";

    private static Picture Shown(Picture picture)
    {
        var scale = Math.Min(1.0, (double)LongSide / Math.Max(picture.Width, picture.Height));
        return scale == 1 ? picture : picture.Resize(Math.Max(1, (int)(picture.Width * scale)), Math.Max(1, (int)(picture.Height * scale)));
    }
}
