namespace Notable.Learning.Graphs;

/// <summary>A body supported by model files: its layers, and its number of output channels.</summary>
internal sealed record KnownNetwork(string Name, int Features, IGraphLayers Body);

/// <summary>The networks supported by model files: the same list as <c>Architectures.All</c>.</summary>
internal static class KnownNetworks
{
    public static IReadOnlyList<KnownNetwork> All { get; } =
    [
        new("resnet18", 512, new ResNetLayers([2, 2, 2, 2])),
        new("resnet20", 512, new ResNetLayers([2, 2, 2, 3])),
        new("resnet34", 512, new ResNetLayers([3, 4, 6, 3])),
        new("resnet50", 2048, new ResNetLayers([3, 4, 6, 3], isDeep: true)),
        new("mobilenet_v2", 1280, new MobileNetV2Layers()),
        new("squeezenet1_1", 512, new SqueezeNetLayers()),
    ];

    public static string Names { get; } = string.Join(", ", All.Select(network => network.Name));

    public static KnownNetwork? Find(string name) => All.FirstOrDefault(network => network.Name == name);
}
