using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Torch.Tests;

public class GradModeTests : TensorTest
{
    [Fact]
    public void No_grad_records_nothing_and_ends()
    {
        var x = ones(1).requires_grad_();
        using (no_grad())
        {
            Assert.False((x * 2).requires_grad);
            using (enable_grad()) Assert.True((x * 2).requires_grad);
            Assert.False(is_grad_enabled());
        }
        Assert.True((x * 2).requires_grad);
    }

    [Fact]
    public void The_mode_belongs_to_the_thread()
    {
        using var here = inference_mode();
        Assert.True(is_inference_mode_enabled());
        var there = true;
        var thread = new Thread(() => there = is_inference_mode_enabled());
        thread.Start();
        thread.Join();
        Assert.False(there);
    }

    [Fact]
    public void Leaving_inference_mode_on_another_thread_is_an_error()
    {
        using var mode = inference_mode();
        Exception? caught = null;
        var thread = new Thread(() => caught = Record.Exception(mode.Dispose));
        thread.Start();
        thread.Join();
        Assert.IsType<InvalidOperationException>(caught);
    }
}
