using TorchSharp;
using static TorchSharp.torch.nn;

namespace Notable.Torch.Tests;

public class SkipInitTests : TensorTest
{
    [Fact]
    public void First_values_are_left_alone_inside_and_on_this_thread_only()
    {
        var tensor = torch.full([2, 2], 7f);
        using (SkipInit.Begin())
        {
            init.kaiming_normal_(tensor);
            init.kaiming_uniform_(tensor);
            init.zeros_(tensor);
            Assert.Equal([7, 7, 7, 7], tensor.data<float>().ToArray());
            var other = new Thread(() => init.ones_(tensor));
            other.Start();
            other.Join();
            Assert.Equal([1, 1, 1, 1], tensor.data<float>().ToArray());
        }
        init.zeros_(tensor);
        Assert.Equal([0, 0, 0, 0], tensor.data<float>().ToArray());
    }

    [Fact]
    public void Closing_it_on_another_thread_is_an_error()
    {
        var region = SkipInit.Begin();
        Exception? error = null;
        var elsewhere = new Thread(() => error = Record.Exception(region.Dispose));
        elsewhere.Start();
        elsewhere.Join();
        Assert.IsType<InvalidOperationException>(error);
        region.Dispose();
    }
}
