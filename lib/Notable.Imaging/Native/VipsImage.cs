using System.Runtime.InteropServices;

namespace Notable.Imaging.Native;

/// <summary>A reference to a libvips image: a header now, pixels when they are written somewhere.</summary>
internal sealed class VipsImage : SafeHandle
{
    private const int StripHeight = 64;

    /// <summary>Takes over one reference to <paramref name="image"/>.</summary>
    public VipsImage(nint image) : base(0, ownsHandle: true) => SetHandle(image);

    public override bool IsInvalid => handle == 0;
    public int Width => LibVips.vips_image_get_width(this);
    public int Height => LibVips.vips_image_get_height(this);
    public int Bands => LibVips.vips_image_get_bands(this);
    public BandFormat Format => LibVips.vips_image_get_format(this);
    public Interpretation Interpretation => LibVips.vips_image_get_interpretation(this);

    /// <summary>The EXIF orientation, 1 to 8; 1 where there is none or it is out of range.</summary>
    public int Orientation => LibVips.vips_image_get_orientation(this) is >= 1 and <= 8 and var found ? found : 1;

    /// <summary>Pictures in the file it came from, at least 1.</summary>
    public int Pages => LibVips.vips_image_get_n_pages(this);

    /// <summary>An image over bytes that the caller keeps pinned while it lives; nothing is copied.</summary>
    public static VipsImage Over(nint data, long size, int width, int height, int bands, BandFormat format)
    {
        VipsRuntime.Require();
        var image = LibVips.vips_image_new_from_memory(data, (nuint)size, width, height, bands, format);
        return image != 0 ? new(image) : throw VipsException.FromLibrary("wrapping pixels");
    }

    /// <summary>
    /// Decodes every pixel into <paramref name="target"/>, which must have this image's exact size; on this thread, strip by strip,
    /// where libvips' own writers hand every image to another one.
    /// </summary>
    /// <exception cref="VipsException">The data is damaged or ends too early.</exception>
    public unsafe void WriteTo(Span<byte> target)
    {
        var (width, height) = (Width, Height);
        using var region = new VipsRegion(this);
        for (var top = 0; top < height; top += StripHeight)
        {
            var pixels = region.Fetch(0, top, width, Math.Min(StripHeight, height - top), out var length);
            try
            {
                new ReadOnlySpan<byte>((void*)pixels, length).CopyTo(target);
                target = target[length..];
            }
            finally
            {
                GLib.g_free(pixels);
            }
        }
    }

    protected override bool ReleaseHandle()
    {
        GLib.g_object_unref(handle);
        return true;
    }
}
