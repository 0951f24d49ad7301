using Notable.Imaging;
using Notable.Testing;

namespace Notable.Learning.Tests.Data;

public sealed class DataBlockSummaryTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Every_step_is_told_with_what_came_of_it()
    {
        TestPictures.Write(folder.Path, 5, "usd50", "usd100");
        var summary = TestPictures.Augmented.Summary(folder.Path, bs: 4);
        Assert.Null(summary.Error);
        var text = summary.ToString();
        Assert.Contains("10 items", text);
        Assert.Contains("5 usd100, 5 usd50", text);
        Assert.Contains("split by RandomSplitter: 8 for training, 2 for validation", text);
        Assert.Contains("40 x 30 pixels", text);
        Assert.Contains("apply RandomResizedCrop: 16 x 16 pixels", text);
        Assert.Contains("[4, 3, 16, 16] from", text);
        Assert.StartsWith("apply Normalize", summary.Steps[^1].Name);
        Assert.DoesNotContain("FAILED", text);
    }

    public static TheoryData<string, string, string> Failures => new()
    {
        { "items", "list the items of", "no folder" },
        { "class", "get the class of each", "no label today" },
        { "split", "split by IndexSplitter", "index 99" },
        { "resize", "check the transforms", "exactly one" },
        { "item", "apply Broken", "this one is broken" },
        { "shape", "make a batch", "changed its shape" },
        { "batch", "apply BrokenBatch", "that one is broken" },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public void The_step_that_fails_is_named_with_its_reason(string what, string step, string reason)
    {
        TestPictures.Write(folder["in"], 5, "a", "b");
        var resize = new Resize(16, ResizeMethod.Squish);
        var block = what switch
        {
            "class" => new DataBlock { GetY = _ => throw new InvalidOperationException("no label today") },
            "split" => new DataBlock { Splitter = new IndexSplitter(99) },
            "resize" => new DataBlock { ItemTransforms = [] },
            "item" => new DataBlock { ItemTransforms = [resize, new Broken()] },
            "shape" => new DataBlock { ItemTransforms = [resize, new Narrower()] },
            "batch" => new DataBlock { ItemTransforms = [resize], BatchTransforms = [new BrokenBatch()] },
            _ => new DataBlock(),
        };
        var summary = block.Summary(what == "items" ? folder["nowhere"] : folder["in"]);
        Assert.NotNull(summary.Error);
        Assert.StartsWith(step, summary.Steps[^1].Name);
        Assert.Contains(reason, summary.Steps[^1].Result);
        Assert.StartsWith("FAILED", summary.ToString().Split('\n')[^1]);
    }

    private sealed class Broken : ItemTransform
    {
        public override Picture Apply(Picture picture, Random random) => throw new InvalidOperationException("this one is broken");
    }

    private sealed class Narrower : ItemTransform
    {
        public override Picture Apply(Picture picture, Random random) => picture.Crop(0, 0, 8, 16);
    }

    private sealed class BrokenBatch : BatchTransform
    {
        public override int Order => 1;

        public override TorchSharp.torch.Tensor Apply(TorchSharp.torch.Tensor images, Random random) => throw new InvalidOperationException("that one is broken");
    }
}
