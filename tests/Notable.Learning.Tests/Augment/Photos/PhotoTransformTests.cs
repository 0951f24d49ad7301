using Notable.Imaging;
using Notable.Learning.Tests.Data;

namespace Notable.Learning.Tests.Augment.Photos;

/// <summary>What all photo transforms have in common.</summary>
public class PhotoTransformTests
{
    public static TheoryData<string, ItemTransform> All => new()
    {
        { nameof(Scene), new Scene(64, p: 1) },
        { nameof(Covered), new Covered(p: 1) },
        { nameof(Turned), new Turned(1) },
        { nameof(Grayscale), new Grayscale(1) },
        { nameof(Tinted), new Tinted(p: 1) },
        { nameof(Blurred), new Blurred(p: 1) },
        { nameof(Compressed), new Compressed(p: 1) },
    };

    public static TheoryData<string, ItemTransform> Never => new()
    {
        { nameof(Scene), new Scene(64, p: 0) },
        { nameof(Covered), new Covered(p: 0) },
        { nameof(Turned), new Turned(0) },
        { nameof(Grayscale), new Grayscale(0) },
        { nameof(Tinted), new Tinted(p: 0) },
        { nameof(Blurred), new Blurred(p: 0) },
        { nameof(Compressed), new Compressed(p: 0) },
    };

    [Theory]
    [MemberData(nameof(All), DisableDiscoveryEnumeration = true)]
    public void The_same_stream_gives_the_same_picture_and_another_one_another(string name, ItemTransform transform)
    {
        var picture = TestPictures.Noise(1, 80, 50);
        Assert.True(Pixels(5).SequenceEqual(Pixels(5)), name);
        Assert.False(Pixels(5).SequenceEqual(picture.Pixels.ToArray()), name);
        if (transform is not Grayscale)
            Assert.Contains(Enumerable.Range(6, 9), seed => !Pixels(5).SequenceEqual(Pixels(seed)));

        byte[] Pixels(int seed) => transform.Apply(picture, new SeededRandom(seed)).Pixels.ToArray();
    }

    [Theory]
    [MemberData(nameof(Never), DisableDiscoveryEnumeration = true)]
    public void With_a_share_of_nothing_the_picture_stays_itself(string name, ItemTransform transform)
    {
        var picture = TestPictures.Noise(1);
        Assert.True(ReferenceEquals(picture, transform.Apply(picture, new SeededRandom(1))), name);
    }

    [Theory]
    [MemberData(nameof(All), DisableDiscoveryEnumeration = true)]
    public void Pictures_of_odd_shapes_do_no_harm(string name, ItemTransform transform)
    {
        foreach (var (width, height) in ((int, int)[])[(1, 1), (1, 300), (300, 1), (7, 5)])
            for (var seed = 0; seed < 20; seed++)
            {
                var changed = transform.Apply(TestPictures.Noise(2, width, height), new SeededRandom(seed));
                Assert.True(transform is Scene or Turned || (changed.Width, changed.Height) == (width, height), name);
            }
    }

    [Fact]
    public void The_usual_ones_give_squares_and_validation_sees_the_whole_picture()
    {
        var transforms = PhotoTransforms.Items(48);
        var resize = transforms.OfType<ResizeTransform>().Single();
        Assert.Equal(new PictureResize(ResizeMethod.Squish, 64, 64), resize.Validation);
        for (var seed = 0; seed < 50; seed++)
        {
            var random = new SeededRandom(seed);
            var seen = transforms.Aggregate(TestPictures.Noise(3, 120, 50), (picture, transform) => transform.Apply(picture, random));
            Assert.Equal((48, 48), (seen.Width, seen.Height));
        }
    }
}
