using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Torch.Tests;

public class ShapeErrorTests : TensorTest
{
    private static void Carries(Action action, params string[] texts)
    {
        var message = Assert.ThrowsAny<ArgumentException>(action).Message;
        foreach (var text in texts) Assert.Contains(text, message);
    }

    [Fact] public void Of_linear() => Carries(() => nn.functional.linear(zeros(2, 3), zeros(5, 4)), "[2, 3]", "[5, 4]");

    [Fact] public void Of_conv2d() => Carries(() => nn.functional.conv2d(zeros(1, 3, 8, 8), zeros(4, 1, 3, 3)), "[1, 3, 8, 8]", "[4, 1, 3, 3]");

    [Fact] public void Of_a_window_larger_than_the_picture() => Carries(() => nn.functional.conv2d(zeros(1, 3, 2, 8), zeros(4, 3, 3, 3)), "[1, 3, 2, 8]", "[4, 3, 3, 3]");

    [Fact] public void Of_matmul() => Carries(() => zeros(2, 3).matmul(zeros(4, 2)), "[2, 3]", "[4, 2]");

    [Fact] public void Of_cat() => Carries(() => cat([zeros(2, 3), zeros(2, 4)]), "[2, 3]", "[2, 4]");

    [Fact] public void Of_stack() => Carries(() => stack([zeros(2, 3), zeros(3, 2)]), "[2, 3]", "[3, 2]");

    [Fact] public void Of_view() => Carries(() => zeros(2, 3).view(4, -1), "[2, 3]", "[4, -1]");

    [Fact] public void Of_cross_entropy() => Carries(() => nn.functional.cross_entropy(zeros(4, 2), zeros(3, dtype: int64)), "[4, 2]", "[3]");

    [Fact] public void Of_class_numbers_of_the_wrong_type() => Carries(() => nn.functional.cross_entropy(zeros(4, 2), zeros(4, dtype: int32)), "Int32", "Int64");

    [Fact]
    public void Of_batch_norm_on_one_value()
    {
        using var norm = nn.BatchNorm1d(3);
        Carries(() => norm.call(zeros(1, 3)), "[1, 3]", "eval");
    }

    [Fact] public void Of_grid_sample() => Carries(() => nn.functional.grid_sample(zeros(1, 3, 8, 8), zeros(2, 8, 8, 2)), "[1, 3, 8, 8]", "[2, 8, 8, 2]");

    [Fact] public void Of_item() => Carries(() => zeros(2).item<float>(), "[2]");

    [Fact] public void Of_an_element_type() => Carries(() => zeros(2).data<double>(), "Float32", "Float64");

    [Fact] public void Of_backward_without_a_single_value() => Carries(() => zeros(2, 3).requires_grad_().mul(2).backward(), "[2, 3]");

    [Fact] public void Of_broadcasting() => Carries(() => zeros(2, 3).add(zeros(4)), "add", "[2, 3]", "[4]");

    [Fact] public void Of_broadcasting_in_place() => Carries(() => zeros(2, 3).mul_(zeros(3, 3)), "mul_", "[2, 3]", "[3, 3]");

    [Fact] public void Of_where() => Carries(() => where(zeros(2, dtype: @bool), zeros(3), zeros(3)), "where", "[2]", "[3]");

    [Fact] public void Of_masked_select() => Carries(() => zeros(2, 3).masked_select(zeros(2, dtype: @bool)), "[2, 3]", "[2]");

    [Fact] public void Of_index_select() => Carries(() => zeros(2, 3).index_select(0, zeros(1, 1, int64)), "[1, 1]", "vector");

    [Fact] public void Of_gather() => Carries(() => zeros(2, 3).gather(1, zeros(3, 1, int64)), "[2, 3]", "[3, 1]");

    [Fact] public void Of_expand() => Carries(() => zeros(2, 3).expand(2, 4), "[2, 3]", "[2, 4]");

    [Fact] public void Of_narrow() => Carries(() => zeros(2, 3).narrow(1, 2, 2), "[2, 3]", "2 positions");

    [Fact] public void Of_select() => Carries(() => zeros(2, 3).select(0, 2), "[2, 3]", "position 2");

    [Fact] public void Of_topk() => Carries(() => zeros(2, 3).topk(4), "[2, 3]", "4 positions");

    [Fact] public void Of_a_dimension_that_is_not_there() => Carries(() => zeros(2, 3).softmax(2), "[2, 3]", "dimension 2");

    [Fact]
    public void Others_come_from_libtorch_with_its_words_and_kind()
    {
        var cast = Assert.Throws<TorchException>(() => zeros(2, dtype: int64).exp_());
        Assert.Contains("can't be cast", cast.Message);
        Assert.DoesNotContain("frame #", cast.Message);
        Assert.Equal(TorchErrorKind.Index, Assert.Throws<TorchException>(() => zeros(3)[tensor(new long[] { 7 })]).Kind);
        Assert.Equal(TorchErrorKind.OutOfMemory, Assert.Throws<TorchException>(() => empty([1L << 50])).Kind);
    }
}
