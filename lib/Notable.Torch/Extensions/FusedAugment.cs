using Notable.Torch.Interop;
using TorchSharp;

namespace Notable.Torch;

/// <summary>
/// A batch of pictures from bytes to what a network sees, in one pass over memory on all of libtorch's threads: what the
/// operations on tensors (grid_sample, logit, sigmoid, arithmetic) take eight passes for. For tensors on the host.
/// </summary>
public static class FusedAugment
{
    private const int Colours = 3, MapNumbers = 9, LightNumbers = 2;

    /// <summary>Whether <see cref="Apply"/> is there for pictures on a device; elsewhere there are the operations one by one.</summary>
    public static bool IsAvailableOn(torch.Device device) => device.type == DeviceType.CPU;

    /// <summary>
    /// Resamples each picture along its map (bilinear; the outside is the picture's reflection; the corner pixels' centres are
    /// -1 and 1), changes its light (<c>sigmoid(scale logit(v) + shift)</c> for values v of 0 to 1, 1e-7 kept from both ends)
    /// and normalises its colours (<c>(v - mean) / std</c>).
    /// </summary>
    /// <param name="pixels">[N, S, T, 3] uint8 on the host, without gaps in memory.</param>
    /// <param name="maps">
    /// A 3x3 matrix a picture, row by row, from coordinates (x, y, 1) of the result to those of the source; or nothing, which
    /// leaves all pixels in their places.
    /// </param>
    /// <param name="lights">Scale and shift a picture; or nothing, which leaves the light as it is.</param>
    /// <param name="mean">Three means.</param>
    /// <param name="std">Three standard deviations.</param>
    /// <param name="height">Height of the result in pixels; S where there are no maps.</param>
    /// <param name="width">Width of the result in pixels; T where there are no maps.</param>
    /// <returns>[N, 3, height, width] float32, its channels last in memory.</returns>
    /// <exception cref="ArgumentException">The pixels are of another kind, or a list is too long or too short.</exception>
    public static torch.Tensor Apply(torch.Tensor pixels, ReadOnlySpan<float> maps, ReadOnlySpan<float> lights,
        ReadOnlySpan<float> mean, ReadOnlySpan<float> std, long height, long width)
    {
        var shape = pixels.shape;
        if (shape is not [_, >= 1, >= 1, Colours] || pixels.dtype != torch.ScalarType.Byte
            || pixels.device.type != DeviceType.CPU || !pixels.is_contiguous())
            throw new ArgumentException($"Pixels of shape {Shapes.Text(shape)} and type {pixels.dtype} on {pixels.device}; "
                + "expected [N, height, width, 3] of bytes on the host, without gaps.", nameof(pixels));
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        if (shape[1] * shape[2] * Colours > int.MaxValue)
            throw new ArgumentException($"Pictures of {shape[1]} x {shape[2]} pixels are too large.", nameof(pixels));
        if (maps.IsEmpty && (height != shape[1] || width != shape[2]))
            throw new ArgumentException($"Without maps {shape[1]} x {shape[2]} pixels stay as many; {height} x {width} were asked for.", nameof(maps));
        Check(maps, shape[0], MapNumbers, nameof(maps));
        Check(lights, shape[0], LightNumbers, nameof(lights));
        if (mean.Length != Colours || std.Length != Colours)
            throw new ArgumentException($"{mean.Length} means and {std.Length} deviations; expected {Colours} of each.", nameof(mean));
        return torch.Tensor.Of(Native.nt_augment(pixels.Handle, OrNull(maps), OrNull(lights), mean, std, height, width));
    }

    private static void Check(ReadOnlySpan<float> numbers, long pictures, int each, string name)
    {
        if (!numbers.IsEmpty && numbers.Length != pictures * each)
            throw new ArgumentException($"{numbers.Length} numbers for {pictures} pictures; expected {each} a picture, or none.", name);
    }

    // An empty span may still point somewhere.
    private static ReadOnlySpan<float> OrNull(ReadOnlySpan<float> numbers) => numbers.IsEmpty ? default : numbers;
}
