namespace Notable.Imaging;

/// <summary>A rectangle of a picture, in pixels.</summary>
/// <param name="Left">Columns left of the rectangle.</param>
/// <param name="Top">Rows above the rectangle.</param>
/// <param name="Width">Columns in the rectangle.</param>
/// <param name="Height">Rows in the rectangle.</param>
public readonly record struct CropBox(int Left, int Top, int Width, int Height)
{
    /// <summary>Throws unless the rectangle has at least one pixel and is entirely inside a picture of that size.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not; the message gives both.</exception>
    internal void RequireInside(int width, int height)
    {
        if (Left < 0 || Top < 0 || Width < 1 || Height < 1 || Left > width - Width || Top > height - Height)
            throw new ArgumentOutOfRangeException(nameof(CropBox), $"The box {Width} x {Height} at ({Left}, {Top}) is not "
                + $"inside the picture of {width} x {height} pixels.");
    }
}

/// <summary>How <see cref="Picture.Pad"/> fills the border.</summary>
public enum PadMode
{
    /// <summary>Black.</summary>
    Zeros,

    /// <summary>The picture mirrored at its edge, without repeating the edge pixel.</summary>
    Reflect,
}
