using System.Runtime.InteropServices;

namespace Notable.Imaging.Native;

/// <summary>A view of an image through which its pixels are made; for one thread.</summary>
internal sealed class VipsRegion : SafeHandle
{
    /// <exception cref="VipsException">There is no memory for it.</exception>
    public VipsRegion(VipsImage image) : base(0, ownsHandle: true)
    {
        SetHandle(LibVips.vips_region_new(image));
        if (IsInvalid)
            throw VipsException.FromLibrary("decoding");
    }

    public override bool IsInvalid => handle == 0;

    /// <summary>Makes the pixels of a rectangle inside the image.</summary>
    /// <param name="left">Its first column.</param>
    /// <param name="top">Its first row; where the image is read sequentially, never above one that was asked for before.</param>
    /// <param name="width">Its columns.</param>
    /// <param name="height">Its rows.</param>
    /// <param name="length">How many bytes they are.</param>
    /// <returns>Row after row without gaps, in memory that the caller frees with <c>g_free</c>.</returns>
    /// <exception cref="VipsException">The data is damaged or ends too early.</exception>
    public nint Fetch(int left, int top, int width, int height, out int length)
    {
        var pixels = LibVips.vips_region_fetch(this, left, top, width, height, out var bytes);
        length = checked((int)bytes);
        return pixels != 0 ? pixels : throw VipsException.FromLibrary("decoding");
    }

    protected override bool ReleaseHandle()
    {
        GLib.g_object_unref(handle);
        return true;
    }
}
