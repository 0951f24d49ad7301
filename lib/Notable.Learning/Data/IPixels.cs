using TorchSharp;

namespace Notable.Learning;

/// <summary>The pixels of a batch in the making.</summary>
internal interface IPixels : IDisposable
{
    /// <summary>The items' places in the loader's list.</summary>
    ReadOnlyMemory<int> Places { get; }

    /// <summary>[N, S, S, 3] uint8, once it is ready; belongs to this object.</summary>
    torch.Tensor Result();
}
