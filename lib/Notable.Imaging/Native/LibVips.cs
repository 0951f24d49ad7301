using System.Runtime.InteropServices;

namespace Notable.Imaging.Native;

/// <summary>libvips' own functions, under their own names.</summary>
internal static partial class LibVips
{
    [LibraryImport(NativeNames.Vips, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int vips_init(string program);

    [LibraryImport(NativeNames.Vips)]
    public static partial int vips_version(int part);

    [LibraryImport(NativeNames.Vips)]
    public static partial nint vips_error_buffer_copy();

    [LibraryImport(NativeNames.Vips)]
    public static partial void vips_block_untrusted_set(int state);

    [LibraryImport(NativeNames.Vips)]
    public static partial void vips_concurrency_set(int threads);

    [LibraryImport(NativeNames.Vips)]
    public static partial void vips_cache_set_max(int operations);

    [LibraryImport(NativeNames.Vips, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint vips_operation_new(string nickname);

    [LibraryImport(NativeNames.Vips)]
    public static partial nint vips_cache_operation_build(VipsOperation operation);

    [LibraryImport(NativeNames.Vips)]
    public static partial void vips_object_unref_outputs(nint operation);

    [LibraryImport(NativeNames.Vips)]
    public static partial nuint vips_blob_get_type();

    [LibraryImport(NativeNames.Vips)]
    public static partial nint vips_blob_new(nint free, nint data, nuint length);

    [LibraryImport(NativeNames.Vips)]
    public static partial nint vips_blob_get(nint blob, out nuint length);

    [LibraryImport(NativeNames.Vips)]
    public static partial void vips_area_unref(nint area);

    [LibraryImport(NativeNames.Vips)]
    public static partial nint vips_image_new_from_memory(
        nint data, nuint size, int width, int height, int bands, BandFormat format);

    [LibraryImport(NativeNames.Vips)]
    public static partial nint vips_region_new(VipsImage image);

    [LibraryImport(NativeNames.Vips)]
    public static partial nint vips_region_fetch(VipsRegion region, int left, int top, int width, int height, out nuint length);

    [LibraryImport(NativeNames.Vips)]
    public static partial int vips_image_get_width(VipsImage image);

    [LibraryImport(NativeNames.Vips)]
    public static partial int vips_image_get_height(VipsImage image);

    [LibraryImport(NativeNames.Vips)]
    public static partial int vips_image_get_bands(VipsImage image);

    [LibraryImport(NativeNames.Vips)]
    public static partial BandFormat vips_image_get_format(VipsImage image);

    [LibraryImport(NativeNames.Vips)]
    public static partial Interpretation vips_image_get_interpretation(VipsImage image);

    [LibraryImport(NativeNames.Vips)]
    public static partial int vips_image_get_orientation(VipsImage image);

    [LibraryImport(NativeNames.Vips)]
    public static partial int vips_image_get_n_pages(VipsImage image);
}

/// <summary>libvips' number for a sample's type; only those that become a picture are named.</summary>
internal enum BandFormat
{
    Byte = 0,
    UInt16 = 2,
}

/// <summary>libvips' number for what the samples mean; only those that are told apart are named.</summary>
internal enum Interpretation
{
    Multiband = 0,
    Grey = 1,
    Lab = 13,
    Cmyk = 15,
    Rgb = 17,
    LabShort = 21,
    Srgb = 22,
    Rgb16 = 25,
    Grey16 = 26,
}
