using System.Runtime.InteropServices;

namespace Notable.Imaging.Pixels;

/// <summary>Converts gray or RGB samples, with or without alpha, 8 or 16 bits, to 8-bit RGB.</summary>
internal static class RgbConversion
{
    /// <summary>Returns Width x Height x 3 bytes; the raster's own array if it already has that form.</summary>
    public static byte[] ToRgb(Raster raster, AlphaMode alpha)
    {
        var samples = raster.Samples;
        if (raster.Wide)
            Narrow(MemoryMarshal.Cast<byte, ushort>(raster.Samples), samples = GC.AllocateUninitializedArray<byte>(raster.Samples.Length / 2));
        if (raster.Bands == 3)
            return samples;
        var rgb = GC.AllocateUninitializedArray<byte>(checked(raster.Width * raster.Height * 3));
        if (!raster.HasAlpha)
            SpreadGray(samples, rgb);
        else
            FlattenAlpha(samples, raster.Bands, rgb, blend: alpha == AlphaMode.BlendOnWhite);
        return rgb;
    }

    /// <summary>Converts 8-bit cyan, magenta, yellow and black to RGB by multiplying the light that each ink lets through.</summary>
    /// <param name="ink">The CMYK samples.</param>
    /// <param name="isInverted">Whether 255 means no ink, as Adobe's programs store it, instead of 0.</param>
    public static Raster FromInk(Raster ink, bool isInverted = false)
    {
        var flip = isInverted ? (byte)0 : byte.MaxValue;
        var (samples, rgb) = (ink.Samples, GC.AllocateUninitializedArray<byte>(ink.Samples.Length / 4 * 3));
        for (int i = 0, o = 0; o < rgb.Length; i += 4, o += 3)
        {
            var paper = samples[i + 3] ^ flip;
            for (var band = 0; band < 3; band++)
                rgb[o + band] = (byte)(((samples[i + band] ^ flip) * paper + 127) / 255);
        }
        return ink with { Bands = 3, Samples = rgb };
    }

    /// <summary>Reduces 16 bits to 8 with rounding: 65535 becomes 255, so the divisor is 257.</summary>
    public static void Narrow(ReadOnlySpan<ushort> wide, Span<byte> narrow)
    {
        for (var i = 0; i < wide.Length; i++)
            narrow[i] = (byte)((wide[i] + 128) / 257);
    }

    private static void SpreadGray(ReadOnlySpan<byte> gray, Span<byte> rgb)
    {
        for (int i = 0, o = 0; i < gray.Length; i++, o += 3)
            rgb[o] = rgb[o + 1] = rgb[o + 2] = gray[i];
    }

    private static void FlattenAlpha(ReadOnlySpan<byte> samples, int bands, Span<byte> rgb, bool blend)
    {
        var (green, blue) = bands == 4 ? (1, 2) : (0, 0);
        for (int i = 0, o = 0; o < rgb.Length; i += bands, o += 3)
        {
            var opacity = blend ? samples[i + bands - 1] : byte.MaxValue;
            if (opacity == byte.MaxValue)
            {
                (rgb[o], rgb[o + 1], rgb[o + 2]) = (samples[i], samples[i + green], samples[i + blue]);
                continue;
            }
            rgb[o] = OnWhite(samples[i], opacity);
            rgb[o + 1] = OnWhite(samples[i + green], opacity);
            rgb[o + 2] = OnWhite(samples[i + blue], opacity);
        }
    }

    private static byte OnWhite(byte color, byte opacity) => (byte)((color * opacity + 255 * (255 - opacity) + 127) / 255);
}
