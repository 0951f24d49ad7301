using TorchSharp.Modules;

namespace TorchSharp;

/// <summary>A module that hands the result of a convolution of its own to a batch-norm of its own, and to nothing else.</summary>
internal interface IConvolutionNorms
{
    /// <summary>Its convolutions with the batch-norms behind them; not those of the modules inside it.</summary>
    IEnumerable<(Conv2d Convolution, BatchNorm2d Norm)> ConvolutionNorms { get; }
}
