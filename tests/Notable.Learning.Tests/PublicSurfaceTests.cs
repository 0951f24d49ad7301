using Notable.Display.Figures;
using Notable.Testing;

namespace Notable.Learning.Tests;

/// <summary>The public API changes on purpose only.</summary>
public class PublicSurfaceTests
{
    [Fact]
    public void Of_learning_only_what_is_approved_is_public() =>
        Approved.Lines(PublicSurface.Of(typeof(Learner).Assembly, "Notable.Learning"), "tests", "Notable.Learning.Tests", "Approved", "NotableLearning.txt");

    [Fact]
    public void Of_plotting_only_what_is_approved_is_public() =>
        Approved.Lines(PublicSurface.Of(typeof(Figure).Assembly, "Notable.Display.Figures"), "tests", "Notable.Learning.Tests", "Approved", "NotableFigures.txt");
}
