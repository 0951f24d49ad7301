using Notable.Imaging;
using TorchSharp;

namespace Notable;

/// <summary>Shows what a filter of a network's first layer does.</summary>
public static class Convolution
{
    /// <summary>
    /// Convolves a picture with a kernel: each pixel becomes the weighted sum of its neighborhood in the grayscale picture. Strong responses of
    /// either sign are bright.
    /// </summary>
    /// <param name="picture">The picture.</param>
    /// <param name="kernel">The weights, rows by columns; for example 3 x 3 numbers that find edges.</param>
    /// <returns>A gray picture, smaller by the kernel's size minus 1.</returns>
    /// <exception cref="ArgumentException">The kernel is empty, or larger than the picture.</exception>
    public static Picture Apply(Picture picture, float[,] kernel)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var (rows, columns) = (kernel.GetLength(0), kernel.GetLength(1));
        if (rows < 1 || columns < 1 || rows > picture.Height || columns > picture.Width)
            throw new ArgumentException($"a kernel of {rows} x {columns} does not fit a picture of {picture.Height} x {picture.Width}", nameof(kernel));
        using var scope = torch.NewDisposeScope();
        using Scalar white = 255;
        var gray = torch.tensor(picture.Pixels.ToArray()).reshape(picture.Height, picture.Width, 3).to_type(torch.ScalarType.Float32).mean([2]);
        var weights = torch.tensor(kernel.Cast<float>().ToArray()).reshape(1, 1, rows, columns);
        var answers = torch.nn.functional.conv2d(gray.reshape(1, 1, picture.Height, picture.Width), weights).abs().clamp(max: white);
        var levels = answers.to_type(torch.ScalarType.Byte).contiguous().data<byte>().ToArray();
        return new(picture.Width - columns + 1, picture.Height - rows + 1, [.. levels.SelectMany(level => (byte[])[level, level, level])]);
    }
}
