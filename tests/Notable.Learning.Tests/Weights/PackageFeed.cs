using System.IO.Compression;
using Google.Protobuf;
using Notable.Display;
using Notable.Learning.Files;
using Notable.Testing;

namespace Notable.Learning.Tests.Weights;

/// <summary>
/// A NuGet source with one package that carries a tiny network for the architecture <c>tiny</c>, and folders of its own for NuGet's packages,
/// PyTorch's downloads and converted weights.
/// </summary>
internal sealed class PackageFeed : IDisposable
{
    private const string Inside = "tools/tiny.onnx";
    private readonly TemporaryFolder folder = new();

    public PackageFeed()
    {
        var content = OnnxFile.Of(OnnxFile.Tensor("w", [2], 1, 2)).ToByteArray();
        Model = new("Notable.Tests.TinyNetwork", "1.2.3", Inside, OnnxFile.Sha256(content), graph => new TensorFile([graph.Initializer("w")]));
        Directory.CreateDirectory(Feed);
        using var package = ZipFile.Open(Path.Combine(Feed, $"{Model.Package}.{Model.Version}.nupkg"), ZipArchiveMode.Create);
        Add("tiny.nuspec", System.Text.Encoding.UTF8.GetBytes($"""
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd"><metadata>
              <id>{Model.Package}</id><version>{Model.Version}</version><authors>tests</authors><description>a network</description>
              <dependencies><dependency id="Notable.Tests.ThereIsNoSuchPackage" version="1.0.0" /></dependencies>
            </metadata></package>
            """));
        Add(Inside, content);

        void Add(string name, byte[] bytes)
        {
            using var entry = package.CreateEntry(name).Open();
            entry.Write(bytes);
        }
    }

    public PackagedModel Model { get; }

    public string Feed => folder["feed"];

    public string Packages => folder["packages"];

    public string Kept => folder["cache/weights"];

    public string HubFile => folder["torch/hub/checkpoints/tiny-1.pth"];

    /// <summary>Where NuGet puts the network.</summary>
    public string Restored => Path.Combine(Packages, Model.Package.ToLowerInvariant(), Model.Version, Inside);

    public RecordingTarget Output { get; } = new();

    public async Task<TensorFile?> LoadAsync(StandInServer server, PretrainedSource? source = null, CancellationToken? cancellation = null)
    {
        using var _ = DisplayTarget.Use(Output);
        return await new PretrainedWeights
        {
            Handler = server,
            Variable = name => name switch { "TORCH_HOME" => folder["torch"], "NUGET_PACKAGES" => Packages, _ => null },
            Sources = new Dictionary<string, PretrainedSource> { ["tiny"] = source ?? new("tiny-1.pth", new Uri("https://weights.example/tiny-1.pth"), "00000000", 1000) },
            Packages = new Dictionary<string, PackagedModel> { ["tiny"] = Model },
            PackageFeed = Feed,
            ConvertedFolder = folder["cache"],
        }.LoadAsync("tiny", "imagenet", cancellation ?? TestContext.Current.CancellationToken);
    }

    public void Dispose() => folder.Dispose();
}
