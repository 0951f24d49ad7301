using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Torch.Tests.Devices;

public class TensorsOnDevices : DeviceTest
{
    [Fact]
    public void Values_go_there_and_come_back()
    {
        var x = Formula(1, [3, 5], -1, 1);
        var there = x.to(Here);
        Assert.Equal(Here, there.device);
        Assert.Equal(x.data<float>().ToArray(), there.cpu().data<float>().ToArray());
        if (Here.type != DeviceType.CPU)
            Assert.Throws<TorchException>(() => x.add(there));      // two devices do not mix in silence
    }

    [Fact]
    public void Tensors_are_made_there()
    {
        Assert.Equal(Here, zeros(2, 3, device: Here).device);
        Assert.Equal(6, ones([2, 3], device: Here).sum().item<float>());
        var drawn = randn([1000], device: Here);
        Assert.Equal(Here, drawn.device);
        Assert.InRange(drawn.std().item<float>(), 0.8f, 1.2f);
    }

    [Fact]
    public void Arithmetic_and_reductions_agree()
    {
        var (a, b) = (Formula(1, [40, 50], -1, 1), Formula(2, [40, 50], 1, 2));
        var (c, d) = (a.to(Here), b.to(Here));
        AssertSame(a.mul(b).add(a).div(b).exp(), c.mul(d).add(c).div(d).exp());
        AssertSame(a.matmul(b.t()), c.matmul(d.t()));
        AssertSame(a.softmax(1), c.softmax(1));
        Assert.Equal(a.argmax(1).data<long>().ToArray(), c.argmax(1).cpu().data<long>().ToArray());
    }
}
