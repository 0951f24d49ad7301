using Notable.Imaging.Pixels;
using Notable.Imaging.Reading;
using Notable.Imaging.Resampling;
using Notable.Imaging.Writing;
using Notable.Shared;

namespace Notable.Imaging;

/// <summary>
/// A picture in managed memory: 8-bit sRGB, red, green and blue interleaved, rows from the top. Immutable: every operation returns a new
/// picture, so threads can share it.
/// </summary>
public sealed partial class Picture
{
    private readonly byte[] pixels;

    /// <summary>Creates a picture from pixels. The array is not copied and must not be changed afterward.</summary>
    /// <param name="width">Width in pixels, at least 1.</param>
    /// <param name="height">Height in pixels, at least 1.</param>
    /// <param name="pixels">Width x height x 3 bytes.</param>
    /// <exception cref="ArgumentException">The array does not have width x height x 3 bytes, or a size is below 1.</exception>
    public Picture(int width, int height, byte[] pixels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentNullException.ThrowIfNull(pixels);
        if (pixels.Length != (long)width * height * 3)
            throw new ArgumentException($"{width} x {height} pixels need {(long)width * height * 3} bytes (3 each), "
                + $"but the array has {pixels.Length}.", nameof(pixels));
        (Width, Height, this.pixels) = (width, height, pixels);
    }

    /// <summary>Width in pixels.</summary>
    public int Width { get; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; }

    /// <summary>The pixels: Width x Height x 3 bytes, interleaved RGB, from the top left pixel.</summary>
    public ReadOnlySpan<byte> Pixels => pixels;

    /// <summary>Reads a picture file. The format is detected from the content, not from the file name.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Limits and handling; null for <see cref="DecodeOptions.Default"/>.</param>
    /// <exception cref="UnreadableImageException">The file is not an image, or it is damaged or truncated.</exception>
    /// <exception cref="UnsupportedImageException">The format is not accepted, or this computer cannot read it.</exception>
    /// <exception cref="ImageTooLargeException">The file has more bytes or pixels than the options allow.</exception>
    /// <exception cref="DllNotFoundException">libvips was not found.</exception>
    public static Picture Open(string path, DecodeOptions? options = null)
    {
        options ??= DecodeOptions.Default;
        return Decode(ImageFile.ReadAllBytes(path, options), options, Path.GetFileName(path));
    }

    /// <summary>Decodes a picture file that is already in memory.</summary>
    /// <param name="file">The file's bytes.</param>
    /// <param name="options">Limits and handling; null for <see cref="DecodeOptions.Default"/>.</param>
    /// <param name="name">The file's name in error messages; null for "The picture".</param>
    /// <inheritdoc cref="Open" path="/exception"/>
    public static Picture Decode(ReadOnlyMemory<byte> file, DecodeOptions? options = null, string? name = null) =>
        Decode(file, out _, options, name);

    /// <summary>Decodes a picture file that is already in memory, and returns the information of its header.</summary>
    /// <param name="file">The file's bytes.</param>
    /// <param name="info">Size, format, orientation and color as stored in the file.</param>
    /// <param name="options">Limits and handling; null for <see cref="DecodeOptions.Default"/>.</param>
    /// <param name="name">The file's name in error messages; null for "The picture".</param>
    /// <inheritdoc cref="Open" path="/exception"/>
    public static Picture Decode(
        ReadOnlyMemory<byte> file, out PictureInfo info, DecodeOptions? options = null, string? name = null)
    {
        var (width, height, pixels) = ImageReader.Read(file, options ?? DecodeOptions.Default, name, out info);
        return new(width, height, pixels);
    }

    /// <summary>Reads a file's header: size, format and orientation. No pixel is decoded.</summary>
    /// <param name="path">The file.</param>
    /// <inheritdoc cref="Open" path="/exception"/>
    public static PictureInfo Identify(string path) =>
        Identify(ImageFile.ReadAllBytes(path, DecodeOptions.Default), Path.GetFileName(path));

    /// <summary>Reads the header of a file that is already in memory.</summary>
    /// <param name="file">The file's bytes.</param>
    /// <param name="name">The file's name in error messages; null for "The picture".</param>
    /// <inheritdoc cref="Open" path="/exception"/>
    public static PictureInfo Identify(ReadOnlyMemory<byte> file, string? name = null) => ImageReader.Identify(file, name);

    /// <summary>Returns a rectangle of the picture.</summary>
    /// <param name="left">Columns left of it.</param>
    /// <param name="top">Rows above it.</param>
    /// <param name="width">Its width in pixels.</param>
    /// <param name="height">Its height in pixels.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rectangle is not inside the picture.</exception>
    public Picture Crop(int left, int top, int width, int height)
    {
        var box = new CropBox(left, top, width, height);
        box.RequireInside(Width, Height);
        return new(width, height, CropAndPad.Crop(pixels, Width, box));
    }

    /// <summary>Resizes the whole picture to exactly this size. The aspect ratio is not kept.</summary>
    /// <param name="width">Width of the result in pixels.</param>
    /// <param name="height">Height of the result in pixels.</param>
    /// <remarks>
    /// Antialiased bilinear with 22-bit fixed-point weights, first along the rows, then along the columns, 8 bits in between:
    /// the same bytes as Pillow's <c>resize((w, h), Image.BILINEAR)</c>.
    /// </remarks>
    public Picture Resize(int width, int height) => Resize(width, height, new(0, 0, Width, Height));

    /// <summary>Resizes a rectangle of the picture: the same bytes as <see cref="Crop"/> followed by <see cref="Resize(int, int)"/>.</summary>
    /// <param name="width">Width of the result in pixels.</param>
    /// <param name="height">Height of the result in pixels.</param>
    /// <param name="box">The rectangle.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rectangle is not inside the picture, or the size is below 1.</exception>
    public Picture Resize(int width, int height, CropBox box)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        box.RequireInside(Width, Height);
        RequireRoom(width, height);
        // The intermediate picture has the result's width and the box's height.
        RequireRoom(width, box.Height);
        return new(width, height, Resampler.Resize(pixels, Width, box, width, height));
    }

    /// <summary>Returns the picture with a border around it.</summary>
    /// <param name="left">Columns added on the left.</param>
    /// <param name="top">Rows added above.</param>
    /// <param name="right">Columns added on the right.</param>
    /// <param name="bottom">Rows added below.</param>
    /// <param name="mode">How the border is filled.</param>
    /// <exception cref="ArgumentOutOfRangeException">A border is negative.</exception>
    public Picture Pad(int left, int top, int right, int bottom, PadMode mode)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Math.Min(Math.Min(left, top), Math.Min(right, bottom)));
        RequireRoom((long)Width + left + right, (long)Height + top + bottom);
        var (width, height) = (Width + left + right, Height + top + bottom);
        return new(width, height, CropAndPad.Pad(pixels, Width, Height, left, top, width, height, mode));
    }

    /// <summary>Encodes as JPEG, without metadata.</summary>
    /// <param name="quality">1 (smallest file) to 100 (best quality).</param>
    public byte[] ToJpeg(int quality = 85)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(quality, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(quality, 100);
        return VipsWriter.Jpeg(pixels, Width, Height, quality);
    }

    /// <summary>Encodes as PNG, lossless, without metadata.</summary>
    public byte[] ToPng() => VipsWriter.Png(pixels, Width, Height);

    /// <summary>Saves as JPEG or PNG, depending on the extension. An existing file is replaced only when the new one is complete.</summary>
    /// <param name="path">A path that ends in .jpg, .jpeg or .png; an existing file is replaced.</param>
    /// <exception cref="ArgumentException">The path has another extension.</exception>
    public void Save(string path) => AtomicFile.Write(path, Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".jpg" or ".jpeg" => ToJpeg(),
        ".png" => ToPng(),
        var other => throw new ArgumentException($"A picture can be saved as .jpg, .jpeg or .png, not as \"{other}\".", nameof(path)),
    });

    private static void RequireRoom(long width, long height)
    {
        if (width * height > Array.MaxLength / 3)
            throw new ArgumentOutOfRangeException(nameof(width), $"{width} x {height} pixels are more than a picture can have ({Array.MaxLength / 3:N0}).");
    }

    /// <inheritdoc/>
    public override string ToString() => $"Picture {Width} x {Height}";
}
