using Notable.Imaging;
using Notable.Learning.Tests.Augment;

namespace Notable.Learning.Tests.Golden;

/// <summary>Golden group e: the very boxes of fastai's RandomResizedCrop for the draws that were logged there, and of its Resize at validation.</summary>
public class Golden_e_CropBoxes
{
    [Fact]
    public void Training_boxes_are_fastais_for_the_same_draws()
    {
        var crop = new RandomResizedCrop(224, minScale: 0.5);
        var cases = GoldenFile.Json("e_random_resized_crop").GetProperty("train_draws").EnumerateArray().ToArray();
        Assert.Equal(30, cases.Length);
        foreach (var one in cases)
        {
            var attempts = one.GetProperty("attempts").EnumerateArray().SelectMany(pair => pair.Doubles());
            var random = new LoggedRandom(attempts, one.GetProperty("xy_draw").Ints());
            var expected = new CropBox(Int("left"), Int("top"), Int("crop_w"), Int("crop_h"));
            Assert.Equal(expected, crop.Draw(Int("w"), Int("h"), random));
            Assert.True(random.IsEmpty);

            int Int(string name) => one.GetProperty(name).GetInt32();
        }
    }

    [Fact]
    public void Validation_squishes_to_fastais_size()
    {
        foreach (var one in GoldenFile.Json("e_random_resized_crop").GetProperty("valid_by_size").EnumerateArray())
        {
            var size = one.GetProperty("size").GetInt32();
            var box = one.GetProperty("center_crop_box").Ints();
            var rule = new RandomResizedCrop(size).Validation;
            Assert.Equal(new PictureResize(ResizeMethod.Squish, one.GetProperty("resize_to").GetInt32(), size), rule);
            Assert.Equal(box[0], (rule.ResizeTo - size) / 2);
        }
    }
}
