using Notable.Testing;
using TorchSharp;

namespace Notable.Torch.Tests;

/// <summary>Our own public names, which the TorchSharp package does not have: they must stay under <c>-p:TorchPackage</c> too.</summary>
public class ExtensionSurfaceTests
{
    [Fact]
    public void Only_what_is_approved_is_public() =>
        Approved.Lines(PublicSurface.Of(typeof(torch).Assembly, "Notable.Torch"), "tests", "Notable.Torch.Tests", "Approved", "NotableTorch.txt");
}
