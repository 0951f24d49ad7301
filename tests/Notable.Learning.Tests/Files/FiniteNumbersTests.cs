using System.Runtime.InteropServices;
using Notable.Learning.Files;

namespace Notable.Learning.Tests.Files;

public class FiniteNumbersTests
{
    private static readonly float[] Unfit = [float.NaN, float.PositiveInfinity, float.NegativeInfinity];

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(67)]
    public void One_number_that_is_not_finite_is_found_wherever_it_is(int count)
    {
        foreach (var place in new[] { 0, count / 2, count - 1 })
            foreach (var bad in Unfit)
            {
                Assert.False(Stored("F32", count, place, bad).IsFinite());
                Assert.False(Stored("F64", count, place, (double)bad).IsFinite());
                Assert.False(Stored("F16", count, place, (Half)bad).IsFinite());
                Assert.False(Stored("BF16", count, place, (ushort)(BitConverter.SingleToUInt32Bits(bad) >> 16)).IsFinite());
            }
    }

    [Fact]
    public void The_largest_numbers_are_finite()
    {
        Assert.True(Stored("F32", 33, 5, -float.MaxValue).IsFinite());
        Assert.True(Stored("F64", 33, 5, double.MaxValue).IsFinite());
        Assert.True(Stored("F16", 33, 5, Half.MinValue).IsFinite());
        Assert.True(Stored("BF16", 33, 5, (ushort)0x7F7F).IsFinite());
        Assert.True(Stored("I64", 33, 5, -1L).IsFinite());
        Assert.True(Stored("F32", 0, -1, 0f).IsFinite());
    }

    [Fact]
    public void Eight_bits_are_refused() =>
        Assert.Contains("F8_E5M2", Assert.Throws<NotSupportedException>(() => Stored("F8_E5M2", 4, 0, (byte)0).IsFinite()).Message);

    private static StoredTensor Stored<T>(string type, int count, int place, T value) where T : unmanaged
    {
        var values = new T[count];
        if (place >= 0) values[place] = value;
        return new("x", type, [count], MemoryMarshal.AsBytes(values.AsSpan()).ToArray());
    }
}
