namespace Notable.Learning;

/// <summary>Where an architecture's ImageNet weights come from.</summary>
/// <param name="FileName">torchvision's name of the file, which ends with the first eight digits of its SHA-256.</param>
/// <param name="Address">Its official address; https.</param>
/// <param name="Sha256">The SHA-256 of the file, 64 hexadecimal digits.</param>
/// <param name="MaxBytes">The most bytes that are downloaded.</param>
public sealed record PretrainedSource(string FileName, Uri Address, string Sha256, long MaxBytes)
{
    /// <summary>
    /// The sources by architecture. Addresses as in torchvision's <c>ResNet18_Weights.IMAGENET1K_V1</c>, whose file name fixes
    /// the first eight digits of the SHA-256; the whole digest and the size (46 830 571 bytes) are those that projects which
    /// pin this file publish, all the same.
    /// </summary>
    public static IReadOnlyDictionary<string, PretrainedSource> Known { get; } = new Dictionary<string, PretrainedSource>
    {
        ["resnet18"] = new(
            "resnet18-f37072fd.pth",
            new Uri("https://download.pytorch.org/models/resnet18-f37072fd.pth"),
            "f37072fd47e89c5e827621c5baffa7500819f7896bbacec160b1a16c560e07ec",
            MaxBytes: 46_830_571),
    };
}
