using Notable.Imaging.Native;

namespace Notable.Imaging.Writing;

/// <summary>RGB pixels to JPEG or PNG bytes, without any metadata.</summary>
internal static class VipsWriter
{
    public static byte[] Jpeg(ReadOnlySpan<byte> pixels, int width, int height, int quality) =>
        Write(pixels, width, height, "jpegsave_buffer", operation => operation.With("Q", quality));

    public static byte[] Png(ReadOnlySpan<byte> pixels, int width, int height) =>
        Write(pixels, width, height, "pngsave_buffer", static _ => { });

    private static unsafe byte[] Write(
        ReadOnlySpan<byte> pixels, int width, int height, string saver, Action<VipsOperation> configure)
    {
        fixed (byte* data = pixels)
        {
            using var image = VipsImage.Over((nint)data, pixels.Length, width, height, 3, BandFormat.Byte);
            using var copy = new VipsOperation("copy").With("in", image).With("interpretation", (int)Interpretation.Srgb).Run();
            using var rgb = copy.Image("out");
            using var operation = new VipsOperation(saver).With("in", rgb).With("strip", 1);
            configure(operation);
            return operation.Run().Bytes("buffer");
        }
    }
}
