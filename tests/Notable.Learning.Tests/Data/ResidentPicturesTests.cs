using Notable.Learning.Tests.Acceleration;
using Notable.Imaging;
using Notable.Learning.Tests.Train;
using Notable.Testing;
using TorchSharp;

namespace Notable.Learning.Tests.Data;

/// <summary>The way of a GPU, on the CPU: pictures kept as tensors and resized by tensor operations.</summary>
[Collection(nameof(SmallTraining))]
public sealed class ResidentPicturesTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    public static TheoryData<int, int, int, int, int, int> Plans => new()
    {
        { 0, 0, 40, 30, 16, 16 },
        { 3, 5, 20, 11, 16, 16 },
        { 7, 2, 9, 6, 24, 20 },
        { 0, 0, 40, 30, 37, 32 },
        { 39, 29, 1, 1, 8, 8 },
    };

    [Theory]
    [MemberData(nameof(Plans))]
    public void A_resized_tensor_is_the_resized_picture_within_1(int left, int top, int width, int height, int resizeTo, int size)
    {
        using var scope = torch.NewDisposeScope();
        var picture = TestPictures.Noise(3);
        var plan = new ResizePlan(new(left, top, width, height), resizeTo, size);
        var tensor = torch.tensor(picture.Pixels.ToArray()).view(picture.Height, picture.Width, 3);
        var found = plan.Apply(tensor);
        Assert.Equal([size, size, 3], found.shape);
        AssertWithin1(plan.Apply(picture).Pixels, found);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Batches_are_the_same_but_for_rounding(bool crop)
    {
        ItemTransform resize = crop ? new RandomResizedCrop(16, minScale: 0.3) : new Resize(16);
        var dls = new DataBlock { ItemTransforms = [resize], BatchTransforms = AugTransforms.Default() }
            .Load(TestPictures.Write(folder.Path, 8, "a", "b"), bs: 4);
        foreach (var loader in (DataLoader[])[dls.Train, dls.Valid])
        {
            var (host, again) = (Epoch(loader), Epoch(loader));
            Assert.Equal(host, again);
            List<float[]> resident;
            using (var pictures = dls.Reside(torch.CPU))
            {
                Assert.NotNull(pictures);
                resident = Epoch(loader, pictures);
                Assert.Equal(resident, Epoch(loader, pictures));
            }
            // One byte of 255 is 0.0175 after the normalization by 0.224, and a change of light stretches it where it is dark.
            foreach (var (expected, found) in host.Zip(resident))
                Assert.InRange(expected.Zip(found, (a, b) => Math.Abs(a - b)).Max(), 0, 0.05);
        }
    }

    [Fact]
    public void What_does_not_fit_or_is_no_plain_resize_stays_in_host_memory()
    {
        TestPictures.Write(folder.Path, 5, "a", "b");
        Assert.Null(With(new ImageBlock { MaxDeviceBytes = 0 }, new Resize(16)).Reside(torch.CPU));
        Assert.Null(With(new ImageBlock { MaxCacheBytes = 10_000 }, new Resize(16)).Reside(torch.CPU));
        Assert.Null(With(new(), new Resize(16, ResizeMethod.Pad)).Reside(torch.CPU));
        Assert.Null(With(new(), new Resize(16), new Unknown()).Reside(torch.CPU));
        using var residence = With(new(), new Resize(16, ResizeMethod.Squish)).Reside(torch.CPU);
        Assert.NotNull(residence);
    }

    [Fact]
    public void A_training_on_them_learns_the_same_twice_and_leaves_no_tensor()
    {
        using var small = new SmallTraining();
        var before = LiveTensors.Count();
        var losses = Enumerable.Range(0, 2).Select(_ =>
        {
            using var learn = small.Learner();
            (learn.PicturesOnDevice, learn.LossesAtOnce) = (true, 16);
            learn.FineTune(1, cancellation: TestContext.Current.CancellationToken);
            return learn.Recorder.Steps.Select(step => step.Loss).ToList();
        }).ToList();
        Assert.Equal(losses[0], losses[1]);
        var after = LiveTensors.Count();
        Assert.Equal(before + 2 * LiveTensors.MiscountOfOneNetwork(), after);
        using var usual = small.Learner();
        usual.FineTune(1, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(usual.Recorder.Steps[0].Loss, losses[0][0], 0.1);
    }

    private DataLoaders With(ImageBlock input, params ItemTransform[] transforms) =>
        new DataBlock { Blocks = (input, new()), ItemTransforms = transforms }.Load(folder.Path, bs: 4);

    private static List<float[]> Epoch(DataLoader loader, ResidentPictures? resident = null)
    {
        List<float[]> batches = [];
        foreach (var batch in loader.Batches(new SeededRandom(5), torch.CPU, resident, TestContext.Current.CancellationToken))
            using (batch)
            using (var plain = batch.Images.contiguous())
                batches.Add(plain.data<float>().ToArray());
        return batches;
    }

    private static void AssertWithin1(ReadOnlySpan<byte> expected, torch.Tensor found)
    {
        using var plain = found.contiguous();
        var bytes = plain.data<byte>().ToArray();
        Assert.Equal(expected.Length, bytes.Length);
        for (var i = 0; i < bytes.Length; i++)
            Assert.InRange(bytes[i], expected[i] - 1, expected[i] + 1);
    }

    private sealed class Unknown : ItemTransform
    {
        public override Picture Apply(Picture picture, Random random) => picture;
    }
}
