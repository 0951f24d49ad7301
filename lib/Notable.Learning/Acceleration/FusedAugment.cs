using TorchSharp;

namespace Notable.Learning.Acceleration;

/// <summary>
/// Converts a batch of pictures from bytes to the network's input in one vectorized pass over memory, on all cores. The same operations on
/// tensors (grid_sample, logit, sigmoid, arithmetic) pass over the memory eight times. For tensors on the CPU.
/// </summary>
internal static class FusedAugment
{
    private const int Colors = AugmentedRows.Colors, MapNumbers = 9, LightNumbers = 2, RowsAtOnce = 64;

    /// <summary>Returns whether <see cref="Apply"/> works for pictures on a device; on others use tensor operations.</summary>
    public static bool IsAvailableOn(torch.Device device) => device.type == DeviceType.CPU;

    /// <summary>
    /// Resamples each picture by its map (bilinear; reflection padding; the centers of the corner pixels are at -1 and 1), changes its light
    /// (<c>sigmoid(scale logit(v) + shift)</c> for values v from 0 to 1, clamped 1e-7 away from both ends) and normalizes its colors
    /// (<c>(v - mean) / std</c>).
    /// </summary>
    /// <param name="pixels">[N, S, T, 3] uint8 on the CPU, contiguous.</param>
    /// <param name="maps">
    /// One 3x3 matrix per picture, row by row, from coordinates (x, y, 1) of the result to those of the source. Empty for no resampling.
    /// </param>
    /// <param name="lights">Scale and shift of each picture. Empty for no change.</param>
    /// <param name="mean">Three means.</param>
    /// <param name="std">Three standard deviations.</param>
    /// <param name="height">Height of the result in pixels; S if there are no maps.</param>
    /// <param name="width">Width of the result in pixels; T if there are no maps.</param>
    /// <returns>[N, 3, height, width] float32 with its channels last in memory, in the current dispose scope.</returns>
    /// <exception cref="ArgumentException">The pixels have another shape, type or device, or a list has the wrong length.</exception>
    public static unsafe torch.Tensor Apply(torch.Tensor pixels, ReadOnlySpan<float> maps, ReadOnlySpan<float> lights,
        ReadOnlySpan<float> mean, ReadOnlySpan<float> std, long height, long width)
    {
        Check(pixels, maps, lights, mean, std, height, width);
        using var result = torch.empty([pixels.shape[0], height, width, Colors], torch.ScalarType.Float32);
        var rows = checked((int)(pixels.shape[0] * height));
        if (rows > 0)
        {
            fixed (byte* source = pixels.bytes, target = result.bytes)
            {
                var work = new AugmentedRows(source, pixels.shape, (float*)target, (int)height, (int)width,
                    maps.ToArray(), lights.ToArray(), mean.ToArray(), std.ToArray());
                ParallelPictures.Each((rows + RowsAtOnce - 1) / RowsAtOnce,
                    part => work.Fill(part * RowsAtOnce, Math.Min(rows, (part + 1) * RowsAtOnce)), CancellationToken.None);
            }
        }
        return result.permute(0, 3, 1, 2);
    }

    private static void Check(torch.Tensor pixels, ReadOnlySpan<float> maps, ReadOnlySpan<float> lights, ReadOnlySpan<float> mean,
        ReadOnlySpan<float> std, long height, long width)
    {
        var shape = pixels.shape;
        if (shape is not [_, >= 1, >= 1, Colors] || pixels.dtype != torch.ScalarType.Byte
            || pixels.device.type != DeviceType.CPU || !pixels.is_contiguous())
            throw new ArgumentException($"Pixels of shape [{string.Join(", ", shape)}] and type {pixels.dtype} on {pixels.device}; "
                + "expected [N, height, width, 3] of bytes on the CPU, contiguous.", nameof(pixels));
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        if (shape[1] * shape[2] * Colors > int.MaxValue)
            throw new ArgumentException($"Pictures of {shape[1]} x {shape[2]} pixels are too large to augment.", nameof(pixels));
        if (maps.IsEmpty && (height != shape[1] || width != shape[2]))
            throw new ArgumentException($"Without maps the result has {shape[1]} x {shape[2]} pixels; {height} x {width} were requested.", nameof(maps));
        CheckLength(maps, shape[0], MapNumbers, nameof(maps));
        CheckLength(lights, shape[0], LightNumbers, nameof(lights));
        if (mean.Length != Colors || std.Length != Colors)
            throw new ArgumentException($"{mean.Length} means and {std.Length} deviations; expected {Colors} of each.", nameof(mean));
    }

    private static void CheckLength(ReadOnlySpan<float> numbers, long pictures, int each, string name)
    {
        if (!numbers.IsEmpty && numbers.Length != pictures * each)
            throw new ArgumentException($"{numbers.Length} numbers for {pictures} pictures; expected {each} per picture, or none.", name);
    }
}
