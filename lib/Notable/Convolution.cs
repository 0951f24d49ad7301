using Notable.Imaging;
using TorchSharp;

namespace Notable;

/// <summary>What one filter of a network's first layer does, to be looked at.</summary>
public static class Convolution
{
    /// <summary>
    /// Slides a kernel over a picture: each pixel becomes the weighted sum of its neighborhood in the gray picture. Strong answers of either
    /// sign come out bright.
    /// </summary>
    /// <param name="picture">The picture.</param>
    /// <param name="kernel">The weights, rows by columns; as 3 x 3 numbers that find edges.</param>
    /// <returns>A gray picture, smaller by the kernel's size less 1.</returns>
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
