using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Torch.Tests;

public class TensorValueTests : TensorTest
{
    [Fact]
    public void Arrays_of_any_rank_come_back()
    {
        var made = from_array(new[,] { { 1, 2, 3 }, { 4, 5, 6 } });
        Assert.Equal([2, 3], made.shape);
        Assert.Equal([1, 2, 3, 4, 5, 6], made.data<int>().ToArray());
        Assert.Equal([1, 4, 2, 5, 3, 6], made.t().data<int>().ToArray());
        Assert.Equal(float32, from_array(new[] { 1.5 }, float32).dtype);
    }

    [Fact]
    public void Bytes_are_the_tensors_own_memory()
    {
        var tensor = zeros(2, dtype: uint8);
        tensor.bytes[1] = 7;
        Assert.Equal([0, 7], tensor.data<byte>().ToArray());
        Assert.Contains("contiguous", Assert.Throws<InvalidOperationException>(() => { _ = zeros(2, 3).t().bytes; }).Message);
    }

    [Fact]
    public void A_wrong_count_of_bytes_is_refused() =>
        Assert.Contains("8 bytes; 7", Assert.Throws<ArgumentException>(() => TensorBytes.FromBytes(new byte[7], float32, [2])).Message);

    [Fact]
    public void Arithmetic_broadcasts_and_takes_numbers_on_both_sides()
    {
        var t = tensor(new[] { 1f, 2f, 4f });
        AssertClose([3, 5, 9], 2 * t + 1, 0);
        AssertClose([0, -1, -3], 1 - t, 0);
        AssertClose([4, 2, 1], 4 / t, 0);
        AssertClose([2, 3, 5, 3, 4, 6], t + tensor(new[] { 1f, 2f }).unsqueeze(1), 0);
        AssertClose([1, 0, 0], t % 2f, 0);
    }

    [Fact]
    public void In_place_operations_give_the_tensor_itself()
    {
        var t = ones(2);
        Assert.Same(t, t.add_(1).mul_(3));
        AssertClose([6, 6], t, 0);
    }

    [Fact]
    public void Indexing_takes_positions_stretches_masks_and_marks()
    {
        var t = arange(24).view(2, 3, 4);
        Assert.Equal(23, t[1, 2, 3].item<long>());
        Assert.Equal(23, t[^1, ^1, ^1].item<long>());
        Assert.Equal([2, 2, 4], t[.., 1..].shape);
        Assert.Equal([2, 3], t[TensorIndex.Ellipsis, 0].shape);
        Assert.Equal([1, 3, 4], t[TensorIndex.Null, 1].shape);
        Assert.Equal([0, 2], t[0, 0, TensorIndex.Slice(step: 2)].data<long>().ToArray());
        Assert.Equal([20, 21, 22, 23], t[t.ge(20)].data<long>().ToArray());
        Assert.Equal([2, 1, 4], t[.., tensor(new long[] { 2 })].shape);
        Assert.Equal([12, 0], t[tensor(new long[] { 1, 0 }), 0, 0].data<long>().ToArray());
        Assert.Throws<ArgumentException>(() => t[0, 0, 0, 0]);
    }

    [Fact]
    public void Assigning_to_a_part_changes_the_whole()
    {
        var t = zeros(2, 3);
        t[1, 1..] = tensor(5f);
        AssertClose([0, 0, 0, 0, 5, 5], t, 0);
    }

    [Fact]
    public void Reductions()
    {
        var t = tensor(new[] { 1f, 5f, 3f, 2f, 4f, 9f }, [2, 3]);
        AssertClose([9, 15], t.sum(1), 0);
        Assert.Equal([2, 1], t.sum(1, keepdim: true).shape);
        AssertClose([1.5, 4.5, 6], t.mean([0]), 0);
        Assert.Equal([1, 2], t.argmax(1).data<long>().ToArray());
        Assert.Equal(5, t.argmax().item<long>());
        var (values, indexes) = t.topk(2, 1);
        AssertClose([5, 3, 9, 4], values, 0);
        Assert.Equal([1, 2, 2, 1], indexes.data<long>().ToArray());
        AssertClose([1, 3, 5, 2, 4, 9], t.sort(1).Values, 0);
        Assert.Equal(3.0 / 6, t.gt(3f).to(float32).mean().ToDouble(), 1e-6);
        AssertClose([5, 9], t.max(1).values, 0);
    }

    [Fact]
    public void Area_interpolation_is_the_mean_of_what_a_pixel_covers()
    {
        var x = arange(16, dtype: float32).view(1, 1, 4, 4);
        AssertClose([2.5, 4.5, 10.5, 12.5], nn.functional.interpolate(x, [2, 2], mode: InterpolationMode.Area), 0);
    }

    [Fact]
    public void The_identity_map_gives_the_picture_back()
    {
        var x = Formula(5, [2, 3, 6, 6], 0, 1);
        var theta = eye(2, 3).unsqueeze(0).repeat(2, 1, 1);
        var grid = nn.functional.affine_grid(theta, x.shape, align_corners: true);
        Assert.True(x.allclose(nn.functional.grid_sample(x, grid, padding_mode: GridSamplePaddingMode.Reflection, align_corners: true), atol: 1e-5));
    }

    [Fact]
    public void Padding_mirrors_without_the_border() =>
        AssertClose([3, 2, 1, 2, 3, 2], nn.functional.pad(tensor(new[] { 1f, 2f, 3f }, [1, 1, 3]), [2, 1], PaddingModes.Reflect), 0);

    [Fact]
    public void Devices_and_their_names()
    {
        Assert.Equal("cuda:1", device("cuda:1").ToString());
        Assert.Equal(CPU, zeros(1).device);
        Assert.Throws<ArgumentException>(() => device("tpu"));
    }
}
