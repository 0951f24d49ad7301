namespace Notable.Learning;

/// <summary>The download source of an architecture's ImageNet weights.</summary>
/// <param name="FileName">torchvision's name of the file, which ends with the first eight digits of its SHA-256.</param>
/// <param name="Address">Official URL; https.</param>
/// <param name="Sha256">
/// The SHA-256 of the file in hexadecimal digits: all 64, or, if the full digest is not published, the first eight, which torchvision checks.
/// </param>
/// <param name="MaxBytes">Size limit of the download in bytes.</param>
public sealed record PretrainedSource(string FileName, Uri Address, string Sha256, long MaxBytes)
{
    /// <summary>
    /// The sources by architecture: torchvision's <c>IMAGENET1K_V1</c> weights. A file's name contains the first eight digits of its SHA-256;
    /// the full digests and sizes agree in all projects that pin these files. None was found for MobileNetV2.
    /// </summary>
    public static IReadOnlyDictionary<string, PretrainedSource> Known { get; } = new Dictionary<string, PretrainedSource>
    {
        ["resnet18"] = Official("resnet18-f37072fd.pth", "f37072fd47e89c5e827621c5baffa7500819f7896bbacec160b1a16c560e07ec", 46_830_571),
        ["resnet34"] = Official("resnet34-b627a593.pth", "b627a593bcbe140c234610266fe4f8ae95ea42fc881d091c9b6052e6b1d0590f", 87_319_819),
        ["resnet50"] = Official("resnet50-0676ba61.pth", "0676ba61b6795bbe1773cffd859882e5e297624d384b6993f7c9e683e722fb8a", 102_530_333),
        ["mobilenet_v2"] = Official("mobilenet_v2-b0353104.pth", "b0353104", 15_000_000),
        ["squeezenet1_1"] = Official("squeezenet1_1-b8a52dc0.pth", "b8a52dc049b60e4b6ab68ad0df457362afab8b6304b2febdc1650a5dab4d7e7b", 4_958_839),
    };

    /// <summary>Returns whether a file's SHA-256 matches this source's, which must have at least eight digits.</summary>
    internal bool Holds(string digest) => Sha256.Length >= 8 && digest.StartsWith(Sha256, StringComparison.Ordinal);

    private static PretrainedSource Official(string fileName, string sha256, long bytes) =>
        new(fileName, new Uri($"https://download.pytorch.org/models/{fileName}"), sha256, bytes);
}
