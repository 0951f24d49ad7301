using System.Buffers.Binary;
using Notable.Imaging.Reading;
using Notable.Imaging.Tests.Support;

namespace Notable.Imaging.Tests.Safety;

/// <summary>What decoding may take of the memory, estimated from headers alone.</summary>
[Collection("Alone")]
public class Budget
{
    private static byte[] PngHeader(int width, int height, byte depth, byte color, bool isInterlaced)
    {
        var file = new byte[33];
        ((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]).CopyTo(file);
        "IHDR"u8.CopyTo(file.AsSpan(12));
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(20), height);
        (file[24], file[25], file[28]) = (depth, color, isInterlaced ? (byte)1 : (byte)0);
        return file;
    }

    [Theory]
    [InlineData(8, 2, false, 6)]
    [InlineData(8, 6, false, 7)]
    [InlineData(16, 6, false, 7)]
    [InlineData(16, 6, true, 15)]
    [InlineData(8, 0, true, 5)]
    public void A_png_takes_its_samples_its_rgb_and_all_passes_of_an_interlaced_one(byte depth, byte color, bool isInterlaced, int bytesPerPixel) =>
        Assert.Equal(10_000L * 10_000 * bytesPerPixel, DecodeCost.Of(PngHeader(10_000, 10_000, depth, color, isInterlaced), PictureFormat.Png, DecodeOptions.Default, null));

    [Fact]
    public void What_is_larger_than_the_whole_budget_is_refused_before_a_pixel_is_decoded()
    {
        var bomb = PngHeader(10_000, 10_000, 16, 6, isInterlaced: true);
        Assert.True(DecodeBudget.IsHeavy(bomb));
        var before = DecodeBudget.MaxBytes;
        try
        {
            DecodeBudget.MaxBytes = 500_000_000;
            var error = Assert.Throws<ImageTooLargeException>(() => Picture.Decode(bomb, name: "bomb.png"));
            Assert.Contains("1500 MB of memory to decode, and the limit is 500 MB", error.Message);
        }
        finally
        {
            DecodeBudget.MaxBytes = before;
        }
        Assert.Equal(0, DecodeBudget.InUse);
    }

    [Fact]
    public void A_photo_that_is_shrunk_while_it_is_decoded_takes_little_and_is_not_heavy()
    {
        var photo = TestPicture.Gradient(1600, 1200).ToJpeg();
        Assert.InRange(DecodeCost.Of(photo, PictureFormat.Jpeg, new() { MinShortSide = 150 }, null), 1, 1_000_000);
        Assert.InRange(DecodeCost.Of(photo, PictureFormat.Jpeg, DecodeOptions.Default, null), 1600 * 1200 * 3, 1600 * 1200 * 6);
        Assert.False(DecodeBudget.IsHeavy(photo));
        Assert.False(DecodeBudget.IsHeavy("no picture"u8.ToArray()));
    }

    [Fact]
    public void What_is_kept_is_charged_until_it_is_let_go_and_the_thread_that_keeps_it_does_not_wait()
    {
        var photo = TestPicture.Gradient(400, 300).ToPng();
        using (DecodeBudget.Keep())
        {
            _ = Picture.Decode(photo);
            var one = DecodeBudget.InUse;
            Assert.InRange(one, 400 * 300 * 6, long.MaxValue);
            _ = Picture.Decode(photo);
            Assert.InRange(DecodeBudget.InUse, one + 400 * 300 * 6, long.MaxValue);
        }
    }

    [Fact]
    public async Task What_does_not_fit_at_the_moment_waits()
    {
        var photo = TestPicture.Gradient(400, 300).ToPng();
        var before = DecodeBudget.MaxBytes;
        var kept = DecodeBudget.Keep();
        _ = Picture.Decode(photo);
        DecodeBudget.MaxBytes = DecodeBudget.InUse;
        // On a thread of its own: who keeps something does not wait.
        var second = Task.Factory.StartNew(() => Picture.Decode(photo).Width, TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        while (DecodeBudget.Waiting == 0)
            Thread.Sleep(5);
        Assert.False(second.IsCompleted);
        kept.Dispose();
        DecodeBudget.MaxBytes = before;
        Assert.Equal(400, await second);
    }
}
