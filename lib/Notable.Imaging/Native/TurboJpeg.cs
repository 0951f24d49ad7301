using System.Runtime.InteropServices;

namespace Notable.Imaging.Native;

/// <summary>
/// libjpeg-turbo by its own interface. libvips decodes with the same library but hands it a file 4 KB at a time, which keeps it from its
/// fast way through the data: the same pixels take it half as long again.
/// </summary>
internal static partial class TurboJpeg
{
    private const int Rgb = 0, Grey = 6, Ink = 11, StopOnWarning = 8192;

    private static readonly Lazy<bool> isThere = new(static () =>
    {
        VipsRuntime.Require();
        return NativeNames.Has(NativeNames.TurboJpeg);
    });

    /// <summary>Whether the library is there.</summary>
    public static bool IsThere => isThere.Value;

    /// <summary>Decodes a file.</summary>
    /// <param name="file">A JPEG file.</param>
    /// <param name="width">Its width, divided by 1, 2, 4 or 8 and rounded up.</param>
    /// <param name="height">Its height, likewise.</param>
    /// <param name="bands">3 for RGB, 1 for a grey file's grey, 4 for an inked one's ink, as stored.</param>
    /// <param name="samples">Takes the pixels: width x height x bands bytes.</param>
    /// <returns>False where the library finds anything to complain of.</returns>
    public static unsafe bool TryDecode(ReadOnlySpan<byte> file, int width, int height, int bands, Span<byte> samples)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan((long)samples.Length, (long)width * height * bands);
        var decoder = tjInitDecompress();
        if (decoder == 0)
            return false;
        try
        {
            fixed (byte* source = file, target = samples)
                return tjDecompress2(decoder, source, new CULong((nuint)file.Length), target, width, width * bands, height, bands switch { 1 => Grey, 4 => Ink, _ => Rgb }, StopOnWarning) == 0;
        }
        finally
        {
            _ = tjDestroy(decoder);
        }
    }

    [LibraryImport(NativeNames.TurboJpeg)]
    private static partial nint tjInitDecompress();

    [LibraryImport(NativeNames.TurboJpeg)]
    private static unsafe partial int tjDecompress2(
        nint decoder, byte* file, CULong length, byte* target, int width, int pitch, int height, int pixelFormat, int flags);

    [LibraryImport(NativeNames.TurboJpeg)]
    private static partial int tjDestroy(nint decoder);
}
