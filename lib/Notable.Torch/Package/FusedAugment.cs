using TorchSharp;

namespace Notable.Torch;

/// <summary>A batch of pictures augmented in one pass, which the TorchSharp package cannot do: there are its operations one by one.</summary>
public static class FusedAugment
{
    /// <summary>Always false.</summary>
    public static bool IsAvailableOn(torch.Device device) => false;

    /// <summary>Not there: ask <see cref="IsAvailableOn"/> first.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public static torch.Tensor Apply(torch.Tensor pixels, ReadOnlySpan<float> maps, ReadOnlySpan<float> lights,
        ReadOnlySpan<float> mean, ReadOnlySpan<float> std, long height, long width) =>
        throw new NotSupportedException("The TorchSharp package cannot augment a batch in one pass; FusedAugment.IsAvailableOn tells so.");
}
