namespace Notable.Learning.Graphs;

/// <summary>A body that model files name: its layers, and how many channels it ends with.</summary>
internal sealed record KnownNetwork(string Name, int Features, IGraphLayers Body);

/// <summary>The networks that a model file may name; the list of <c>Architectures.All</c>.</summary>
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
