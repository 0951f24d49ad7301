using TorchSharp.Modules;

namespace TorchSharp;

/// <summary>Models for pictures, under torchvision's names.</summary>
public static partial class torchvision
{
    /// <summary>Networks that classify pictures.</summary>
    public static partial class models
    {
        /// <summary>A residual network of 18 layers, 11.7 million parameters for 1000 classes.</summary>
        /// <param name="num_classes">How many classes there are.</param>
        /// <param name="weights_file">torchvision's weights as <c>.safetensors</c> or <c>.pth</c>; null starts at random.</param>
        /// <param name="skipfc">Whether the last layer is left at random where the file's has another number of classes.</param>
        /// <param name="device">Where the model lies; the host by default.</param>
        /// <exception cref="InvalidOperationException">The weights do not fit.</exception>
        public static ResNet resnet18(int num_classes = 1000, string? weights_file = null, bool skipfc = true, torch.Device? device = null) =>
            Loaded(new ResNet([2, 2, 2, 2], num_classes, device), weights_file, skipfc && num_classes != 1000);

        /// <summary>A residual network of 34 layers, 21.8 million parameters for 1000 classes.</summary>
        /// <inheritdoc cref="resnet18"/>
        public static ResNet resnet34(int num_classes = 1000, string? weights_file = null, bool skipfc = true, torch.Device? device = null) =>
            Loaded(new ResNet([3, 4, 6, 3], num_classes, device), weights_file, skipfc && num_classes != 1000);

        /// <summary>A residual network of 50 layers with bottlenecks, 25.6 million parameters for 1000 classes.</summary>
        /// <inheritdoc cref="resnet18"/>
        public static ResNet resnet50(int num_classes = 1000, string? weights_file = null, bool skipfc = true, torch.Device? device = null) =>
            Loaded(new ResNet([3, 4, 6, 3], num_classes, device, isDeep: true), weights_file, skipfc && num_classes != 1000);

        private static ResNet Loaded(ResNet model, string? weights, bool skipsLastLayer)
        {
            if (weights is null) return model;
            try
            {
                ResNetWeights.Load(model, weights, skipsLastLayer);
                return model;
            }
            catch
            {
                model.Dispose();
                throw;
            }
        }
    }
}
