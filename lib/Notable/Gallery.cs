using Notable.Imaging;
using Notable.Display.Figures;

namespace Notable;

/// <summary>Shows picture files.</summary>
public static class Gallery
{
    private const int LongSide = 224, MostColumns = 6;

    /// <summary>
    /// Returns a grid of small copies of pictures, captioned with folder and file name. A file that cannot be read is listed without a
    /// picture.
    /// </summary>
    /// <param name="files">The files.</param>
    /// <param name="maxN">The maximum number of pictures; if there are more, they are sampled evenly.</param>
    /// <param name="title">A title; null for none.</param>
    public static PictureGrid Of(IReadOnlyList<string> files, int maxN = 12, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxN, 1);
        var shown = files.Count <= maxN ? files : [.. Enumerable.Range(0, maxN).Select(i => files[(int)((long)i * files.Count / maxN)])];
        return new(shown.Select(file => (Small(file), $"{Path.GetFileName(Path.GetDirectoryName(file))}/{Path.GetFileName(file)}")), Math.Clamp(shown.Count, 1, MostColumns), title);
    }

    /// <summary>Returns a grid of pictures with captions.</summary>
    /// <param name="pictures">Captions and pictures, at least one.</param>
    public static PictureGrid Of(params IReadOnlyList<(string Caption, Picture Picture)> pictures)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        return new(pictures.Select(one => (ShownPredictions.Small(one.Picture, LongSide), one.Caption)), Math.Clamp(pictures.Count, 1, MostColumns));
    }

    private static byte[] Small(string file)
    {
        try
        {
            return Thumbnails.Jpeg(File.ReadAllBytes(file), LongSide);
        }
        catch (Exception e) when (e is ImagingException or IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
