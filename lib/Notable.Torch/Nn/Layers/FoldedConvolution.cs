using Notable.Torch;
using Notable.Torch.Interop;
using TorchSharp.Modules;

namespace TorchSharp;

/// <summary>
/// A convolution that only computes: the batch-norm behind it is folded into its weights, and the weights lie in the order the
/// processor's kernels want where libtorch can do that. Any thread may run it.
/// </summary>
internal sealed class FoldedConvolution : IDisposable
{
    private readonly long[] shape, stride, padding, dilation;
    private readonly long groups;
    private readonly torch.ScalarType type;
    private readonly torch.Tensor weight, bias;
    private readonly bool packs;
    private readonly Lock packing = new();
    private volatile PrepackedHandle? packed;

    /// <summary>Takes the numbers of a convolution and of the batch-norm behind it, which stay as they are.</summary>
    internal FoldedConvolution(Conv2d convolution, BatchNorm? norm, torch.ScalarType type)
    {
        (stride, padding, dilation) = ([.. convolution.stride], [.. convolution.padding], [.. convolution.dilation]);
        (shape, groups, this.type) = (convolution.weight.shape, convolution.groups, type);
        packs = convolution.weight.device.type == DeviceType.CPU && Native.nt_can_prepack();
        using var no_gradients = torch.no_grad();
        using var scope = torch.NewDisposeScope();
        var (factor, shift) = BatchNormFolding.Of(convolution, norm);
        // The float32 product goes at once: it is the largest thing in memory while a model loads.
        var scaled = (convolution.weight * factor.view(-1, 1, 1, 1)).to(type, disposeAfter: true);
        weight = scaled.ToChannelsLast().DetachFromDisposeScope();
        // Packed kernels add the bias to float32 sums, whatever type the weights have; others want one type for all.
        bias = (packs ? shift : shift.to(type)).DetachFromDisposeScope();
    }

    internal torch.Tensor Run(torch.Tensor input)
    {
        LayerChecks.Convolution(input, shape, padding, dilation, groups);
        using var converted = input.dtype == type ? null : input.to(type);
        var ready = converted ?? input;
        return packs
            ? torch.Tensor.Of(Native.nt_conv2d_prepacked(ready.Handle, packed ?? Pack(ready.shape)))
            : torch.nn.functional.conv2d(ready, weight, bias, stride, padding, dilation, groups);
    }

    // The best order depends on the picture's size, which is known at the first one.
    private PrepackedHandle Pack(long[] size)
    {
        lock (packing)
        {
            if (packed is { } done) return done;
            packed = Native.nt_conv2d_prepack(weight.Handle, bias.Handle, stride, padding, dilation, groups, size).Checked();
            weight.Dispose();
            return packed;
        }
    }

    public void Dispose()
    {
        packed?.Dispose();
        weight.Dispose();
        bias.Dispose();
    }
}
