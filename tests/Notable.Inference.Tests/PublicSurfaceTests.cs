using Notable.Learning;
using Notable.Testing;

namespace Notable.Inference.Tests;

/// <summary>The public API changes on purpose only.</summary>
public class PublicSurfaceTests
{
    [Fact]
    public void Only_what_is_approved_is_public() =>
        Approved.Lines(PublicSurface.Of(typeof(Predictor).Assembly, "Notable.Learning"), "tests", "Notable.Inference.Tests", "Approved", "NotableInference.txt");
}
