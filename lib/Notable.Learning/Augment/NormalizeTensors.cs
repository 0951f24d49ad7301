using Notable.Learning.Acceleration;
using TorchSharp;

namespace Notable.Learning;

/// <summary>Applies <see cref="Normalize"/> to tensors.</summary>
public static class NormalizeTensors
{
    /// <summary>Normalizes in place.</summary>
    /// <param name="normalize">Means and deviations.</param>
    /// <param name="images">[N, 3, H, W] float32 in 0 to 1.</param>
    /// <returns>The same tensor.</returns>
    public static torch.Tensor Apply_(this Normalize normalize, torch.Tensor images)
    {
        using var means = PerColor(normalize.Mean, images.device);
        using var deviations = PerColor(normalize.Std, images.device);
        return images.sub_(means).div_(deviations);
    }

    /// <summary>Converts back to values in 0 to 1, to show a batch.</summary>
    /// <param name="normalize">Means and deviations.</param>
    /// <param name="images">[N, 3, H, W] float32, normalized.</param>
    /// <returns>A new tensor.</returns>
    public static torch.Tensor Decode(this Normalize normalize, torch.Tensor images)
    {
        using var means = PerColor(normalize.Mean, images.device);
        using var deviations = PerColor(normalize.Std, images.device);
        return (images * deviations).Plus_(means);
    }

    private static torch.Tensor PerColor(IReadOnlyList<float> values, torch.Device device) =>
        torch.tensor((IList<float>)[.. values], [1, 3, 1, 1], device: device);
}
