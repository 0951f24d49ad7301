using Notable.Imaging;
using TorchSharp;

namespace Notable.Learning.Tests.Augment;

public class MoreTransformsTests
{
    [Fact]
    public void An_item_is_mirrored_left_to_right()
    {
        var picture = new Picture(2, 2, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
        Assert.Equal([4, 5, 6, 1, 2, 3, 10, 11, 12, 7, 8, 9], new FlipItem(1).Apply(picture, new SeededRandom(1)).Pixels.ToArray());
        Assert.Same(picture, new FlipItem(0).Apply(picture, new SeededRandom(1)));
    }

    [Fact]
    public void A_rectangle_of_the_right_area_is_erased_in_some_pictures()
    {
        using var scope = torch.NewDisposeScope();
        var erased = new RandomErasing(p: 0.5, minArea: 0.1, maxArea: 0.3).Apply(torch.zeros(200, 3, 20, 20), new SeededRandom(2));
        double[] shares = [.. Enumerable.Range(0, 200).Select(i => erased[i].ne(0).sum().item<long>() / 1200.0)];
        Assert.InRange(shares.Count(share => share > 0) / 200.0, 0.4, 0.6);
        Assert.All(shares.Where(share => share > 0), share => Assert.InRange(share, 0.05, 0.36));
        Assert.InRange(erased.min().item<float>(), 0, 1);
        Assert.InRange(erased.max().item<float>(), 0, 1);
    }

    [Fact]
    public void Draws_of_erasing_come_from_its_stream_alone()
    {
        using var scope = torch.NewDisposeScope();
        float[] Once() => new RandomErasing(1).Apply(torch.zeros(2, 3, 8, 8), new SeededRandom(3)).data<float>().ToArray();
        Assert.Equal(Once(), Once());
    }

    [Fact]
    public void Parameters_that_make_no_sense_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new RandomErasing(minArea: 0.5, maxArea: 0.2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RandomErasing(minAspect: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Saturation(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FlipItem(2));
    }

    [Fact]
    public void Other_paddings_take_the_way_of_single_transforms()
    {
        Assert.Null(FusedTransforms.Of(AugTransforms.Default(padMode: WarpPadding.Zeros), Normalize.ImageNet, 32));
    }

    [Fact]
    public void A_padded_picture_has_black_borders()
    {
        var wide = new Picture(8, 4, [.. Enumerable.Repeat((byte)200, 96)]);
        var padded = new PictureResize(ResizeMethod.PadBlack, 8, 8).Apply(wide);
        Assert.Equal(0, padded.Pixels[0]);
        Assert.Equal(200, padded.Pixels[3 * 8 * 4]);
        Assert.Equal("padblack", new InferenceTransform(DecodeOptions.Default, new(ResizeMethod.PadBlack, 8, 8), null, Normalize.ImageNet).ToMetadata()["preprocessing.resize"]);
    }
}
