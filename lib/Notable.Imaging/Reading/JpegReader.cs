using System.Globalization;
using NetVips;
using Notable.Imaging.Native;
using Notable.Imaging.Pixels;

namespace Notable.Imaging.Reading;

/// <summary>
/// Decodes JPEG files, and distinguishes damage from oddities, both of which decoders report as warnings: lost pixels (a scan that ends early,
/// invalid Huffman codes) make a file unreadable; extra bytes, unknown header versions and a missing end marker do not.
/// </summary>
internal static class JpegReader
{
    /// <summary>More extra bytes than this at the end of a scan are lost picture data instead of padding.</summary>
    private const int MostExtraBytes = 256;

    /// <summary>Reads the pixels and the header.</summary>
    /// <param name="file">A JPEG file.</param>
    /// <param name="options">Decoding options.</param>
    /// <param name="accept">Receives the header and the size to decode; throws if the picture is too large or damaged beyond use.</param>
    /// <exception cref="VipsException">The picture is damaged.</exception>
    public static (Raster Raster, PictureInfo Info) Read(ReadOnlyMemory<byte> file, DecodeOptions options, Action<PictureInfo, int> accept)
    {
        var read = Decode(file, options, accept);
        return JpegDamageDetector.IsIn(file.Span) ? throw new VipsException("the codes of a scan do not make up its picture") : read;
    }

    private static (Raster Raster, PictureInfo Info) Decode(ReadOnlyMemory<byte> file, DecodeOptions options, Action<PictureInfo, int> accept)
    {
        if (TurboReader.TryRead(file.Span, options, accept) is { } quick)
            return quick;
        var asIs = Attempt(file, options, accept);
        if (asIs.Damage is null)
            return (asIs.Raster!, asIs.Info!);
        if (JpegRepair.Mend(file.Span) is not { } mended)
            throw asIs.Damage;
        var second = Attempt(mended, options, accept);
        return second.Damage is null ? (second.Raster!, second.Info!) : throw second.Damage;
    }

    /// <summary>Returns the largest divisor that keeps the minimum short side in the options.</summary>
    public static int DivisorFor(PictureInfo info, DecodeOptions options) =>
        options.MinShortSide is { } least ? ShrinkOnLoad.JpegDivisor(Math.Min(info.Width, info.Height), Math.Max(1, least)) : 1;

    private static (Raster? Raster, PictureInfo? Info, VipsException? Damage) Attempt(
        ReadOnlyMemory<byte> file, DecodeOptions options, Action<PictureInfo, int> accept)
    {
        Raster? raster = null;
        PictureInfo? info = null;
        VipsException? damage = null;
        var warnings = VipsWarnings.During(() =>
        {
            try
            {
                using var reader = new VipsReader(file, PictureFormat.Jpeg);
                info = reader.Info;
                accept(info, DivisorFor(info, options));
                if (options.MinShortSide is { } least)
                    reader.Shrink(Math.Max(1, least));
                raster = reader.Read(options.ProfiledInk);
            }
            catch (VipsException error)
            {
                damage = error;
            }
        });
        return (raster, info, damage ?? (LosePixels(warnings) ? new VipsException(string.Join(' ', warnings)) : null));
    }

    /// <summary>
    /// Returns whether a decoder's warnings mean lost pixels. It counts all but reports the text of the first only; mending has removed every
    /// harmless cause except padding between the scans of a progressive file.
    /// </summary>
    private static bool LosePixels(IReadOnlyList<string> warnings)
    {
        if (!warnings.Any(warning => warning.StartsWith("read gave", StringComparison.Ordinal)))
            return false;
        return warnings.Any(warning => warning.StartsWith("read gave", StringComparison.Ordinal) && !warning.StartsWith("read gave 1 ", StringComparison.Ordinal))
            || !warnings.Any(IsPadding);
    }

    /// <summary>Matches text such as "VipsJpeg: Corrupt JPEG data: 4 extraneous bytes before marker 0xd9".</summary>
    private static bool IsPadding(string warning)
    {
        var words = warning.Split(' ');
        var at = Array.IndexOf(words, "extraneous");
        return at > 0 && int.TryParse(words[at - 1], NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= MostExtraBytes
            && !warning.Contains("premature", StringComparison.Ordinal) && !warning.Contains("Huffman", StringComparison.Ordinal);
    }
}
