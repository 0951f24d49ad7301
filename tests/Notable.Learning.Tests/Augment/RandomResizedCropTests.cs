using Notable.Imaging;
using Notable.Learning.Tests.Data;
using Notable.Testing;

namespace Notable.Learning.Tests.Augment;

public class RandomResizedCropTests
{
    [Theory]
    [InlineData(64, 80)]
    [InlineData(128, 152)]
    [InlineData(160, 184)]
    [InlineData(192, 224)]
    [InlineData(224, 256)]
    [InlineData(256, 296)]
    [InlineData(299, 347)]
    [InlineData(384, 440)]
    [InlineData(448, 512)]
    public void Validation_squishes_a_little_larger_and_takes_the_center_as_fastai(int size, int resizeTo) =>
        Assert.Equal(new PictureResize(ResizeMethod.Squish, resizeTo, size), new RandomResizedCrop(size).Validation);

    [Fact]
    public void Validation_may_see_more_pixels_than_training()
    {
        var crop = new RandomResizedCrop(64, valXtra: 0, validSize: 96);
        Assert.Equal((64, new PictureResize(ResizeMethod.Squish, 96, 96)), (crop.Size, crop.Validation));
        using var folder = new TemporaryFolder();
        foreach (var transforms in (BatchTransform[][])[[], [.. AugTransforms.Default()]])
        {
            var dls = new DataBlock { ItemTransforms = [crop], BatchTransforms = transforms }
                .Load(TestPictures.Write(folder.Path, 5, "a", "b"), bs: 4);
            Assert.Equal(64, Side(dls.Train));
            Assert.Equal(96, Side(dls.Valid));
            Assert.Equal(96, InferenceTransform.FromMetadata(dls.InferenceTransform.ToMetadata()).Size);
        }

        static long Side(DataLoader data)
        {
            using var batch = data.Batches(new SeededRandom(1), TestContext.Current.CancellationToken).First();
            return batch.Images.shape[^1];
        }
    }

    [Theory]
    [InlineData(3000, 400, 533, 400)]
    [InlineData(400, 3000, 400, 533)]
    [InlineData(100, 60, 80, 60)]
    public void A_shape_no_try_fits_gets_the_largest_centered_part(int width, int height, int expectedWidth, int expectedHeight)
    {
        // The whole area at the most extreme ratio never fits.
        var tooTall = new LoggedRandom(Enumerable.Range(0, 20).Select(i => i % 2 == 0 ? 1.0 : width > height ? 0.0 : 1.0), []);
        var box = new RandomResizedCrop(224).Draw(width, height, tooTall);
        Assert.Equal(new CropBox((width - expectedWidth) / 2, (height - expectedHeight) / 2, expectedWidth, expectedHeight), box);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 500)]
    [InlineData(7, 3)]
    public void Boxes_of_tiny_pictures_lie_inside(int width, int height)
    {
        var crop = new RandomResizedCrop(8);
        for (var i = 0; i < 500; i++)
        {
            var box = crop.Draw(width, height, new SeededRandom(i));
            Assert.True(box is { Left: >= 0, Top: >= 0, Width: >= 1, Height: >= 1 }, $"{box}");
            Assert.True(box.Left + box.Width <= width && box.Top + box.Height <= height, $"{box}");
        }
    }

    [Fact]
    public void A_scale_outside_0_to_1_is_refused_with_its_value()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new RandomResizedCrop(224, minScale: 35));
        Assert.Contains("35", error.Message);
        Assert.Throws<ArgumentException>(() => new RandomResizedCrop(224, minScale: 0.9, maxScale: 0.5));
    }
}
