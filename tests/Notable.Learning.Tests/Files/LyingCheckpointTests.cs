using System.IO.Compression;

namespace Notable.Learning.Tests.Files;

public class LyingCheckpointTests
{
    [Theory]
    [InlineData(new long[] { 7 }, new long[] { 1 }, 0, 6, "beyond its storage's 6")]
    [InlineData(new long[] { 6 }, new long[] { 1 }, 1, 6, "beyond its storage's 6")]
    [InlineData(new long[] { 2 }, new long[] { long.MaxValue }, 0, 6, "beyond its storage's 6")]
    [InlineData(new long[] { 6 }, new long[] { 1 }, -1, 6, "out of range")]
    [InlineData(new long[] { 2 }, new long[] { -1 }, 1, 6, "out of range")]
    [InlineData(new long[] { -6 }, new long[] { 1 }, 0, 6, "out of range")]
    [InlineData(new long[] { 6 }, new long[] { 1, 1 }, 0, 6, "out of range")]
    [InlineData(new long[] { 1L << 32, 1L << 32 }, new long[] { 0, 0 }, 0, 6, "out of range")]
    [InlineData(new long[] { 1L << 30 }, new long[] { 0 }, 0, 6, "strides that repeat elements")]
    [InlineData(new long[] { 6 }, new long[] { 1 }, 0, 7, "expected 28, 7 elements of F32")]
    [InlineData(new long[] { 6 }, new long[] { 1 }, 0, 1L << 62, "a storage of 4,611,686,018,427,387,904 elements")]
    [InlineData(new long[] { 6 }, new long[] { 1 }, 0, -6, "a storage of -6 elements")]
    public void A_tensor_stays_within_its_storage(long[] shape, long[] strides, long offset, long count, string reason)
        => Assert.Contains(reason, TestFile.Refusal(Pth.Zip(
            PickleBuilder.StateDict(p => p.Text("w").Tensor(shape, strides, offset, count)))));

    [Fact]
    public void Many_small_repetitions_do_not_add_up()
    {
        var pickle = PickleBuilder.StateDict(p =>
        {
            for (var i = 0; i < 1000; i++)
                p.Text($"w{i}").Tensor([3, 200], [1, 0]);
        });
        Assert.Contains("strides that repeat elements", TestFile.Refusal(Pth.Zip(pickle)));
    }

    [Fact]
    public void One_storage_has_one_type_and_size()
    {
        var pickle = PickleBuilder.StateDict(p => p.Text("a").Tensor([6], [1])
            .Text("b").Tensor([3], [1], storage: s => s.Storage("0", 3, "DoubleStorage")));
        Assert.Contains("a different type or size", TestFile.Refusal(Pth.Zip(pickle)));
    }

    [Fact]
    public void A_name_comes_once()
        => Assert.Contains("twice in a dict: 'w'", TestFile.Refusal(Pth.Zip(
            PickleBuilder.StateDict(p => p.Text("w").Tensor([6], [1]).Text("w").Tensor([6], [1])))));

    [Fact]
    public void Compressed_entries_are_refused_however_far_they_would_expand()
    {
        var bomb = Pth.Zip(CompressionLevel.SmallestSize,
            ("m/data.pkl", PickleBuilder.StateDict(p => p.Text("w").Tensor([1 << 20], [1], count: 1 << 20))),
            ("m/data/0", new byte[4 << 20]));
        Assert.True(bomb.Length < 10_000);
        Assert.Contains("compressed entry", TestFile.Refusal(bomb));
    }

    [Fact]
    public void Archives_that_are_no_state_dict_say_what_they_are()
    {
        Refused("NumPy archive", ("w.npy", [1]));
        Refused("a zip archive of 2 entries, 0 of them named data.pkl", ("a.txt", [1]), ("b.txt", [1]));
        Refused("a zip archive of 0 entries");
        Refused("2 of them named data.pkl", ("a/data.pkl", Pth.Benign), ("b/data.pkl", Pth.Benign));
        Refused("TorchScript", ("m/data.pkl", Pth.Benign), ("m/constants.pkl", [1]));
        Refused("two entries 'm/data.pkl'", ("m/data.pkl", Pth.Benign), ("m/data.pkl", Pth.Benign));
        Refused("no entry 'm/data/0'", ("m/data.pkl", Pth.Benign));
        Refused("byte order", ("m/data.pkl", Pth.Benign), ("m/byteorder", "big"u8.ToArray()), ("m/data/0", Pth.SixFloats));

        static void Refused(string reason, params (string, byte[])[] entries)
            => Assert.Contains(reason, TestFile.Refusal(Pth.Zip(entries)));
    }

    [Fact]
    public void The_older_format_is_checked_storage_by_storage()
    {
        var pickle = PickleBuilder.StateDict(p => p.Text("w").Tensor([6], [1], storage: s => s.LegacyStorage("0", 6)));
        Refused("download complete", Pth.Legacy(pickle, ("0", 6, Pth.SixFloats[..20])));
        Refused("a storage of 7 elements; expected 6", Pth.Legacy(pickle, ("0", 7, Pth.SixFloats)));
        Refused("0 storages", Pth.Legacy(pickle));
        Refused("without a tensor", Pth.Legacy(pickle, ("1", 6, Pth.SixFloats)));
        Refused("a duplicate one", Pth.Legacy(pickle, ("0", 6, Pth.SixFloats), ("0", 6, Pth.SixFloats)));
        Refused("torch.save did not write", new PickleBuilder().Proto().Long(5).Stop());

        static void Refused(string reason, byte[] file) => Assert.Contains(reason, TestFile.Refusal(file));
    }
}
