using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Notable.Torch.Tests.Devices;

public class NetworksOnDevices : DeviceTest
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_network_says_there_what_it_says_here(bool channelsLast)
    {
        using var model = torchvision.models.resnet18(num_classes: 3);
        model.eval();
        var x = Formula(3, [2, 3, 64, 64], -2, 2);
        using var inference = inference_mode();
        var expected = model.call(x);
        model.to(Here);
        var there = x.to(Here);
        if (channelsLast)
        {
            model.ToChannelsLast();
            there = there.ToChannelsLast();
        }
        // 18 layers, each with its own rounding
        AssertSame(expected, model.call(there), expected.abs().max().item<float>() * 10 * Tolerance);
    }

    [Fact]
    public void Gradients_agree()
    {
        var (x, w) = (Formula(1, [2, 3, 8, 8], -1, 1), Formula(2, [4, 3, 3, 3], -1, 1));
        var expected = Gradient(x, w, CPU);
        AssertSame(expected, Gradient(x, w, Here), 100 * Tolerance);
    }

    [Fact]
    public void A_few_steps_lower_the_loss()
    {
        using var model = torchvision.models.resnet18(num_classes: 2);
        model.to(Here);
        model.train();
        using var optimizer = optim.AdamW(model.parameters(), lr: 1e-3);
        var (x, y) = (Formula(5, [8, 3, 32, 32], -1, 1).to(Here), arange(8, device: Here).remainder(2));
        List<float> losses = [];
        for (var i = 0; i < 6; i++)
        {
            using var step = NewDisposeScope();
            optimizer.zero_grad();
            var loss = F.cross_entropy(model.call(x), y);
            loss.backward();
            optimizer.step();
            losses.Add(loss.item<float>());
        }
        Assert.All(losses, loss => Assert.True(float.IsFinite(loss)));
        Assert.True(losses[^1] < losses[0], string.Join(" ", losses));
    }

    [Fact]
    public void Mixed_precision_stays_near_and_ends()
    {
        var (x, w) = (Formula(1, [2, 8, 16, 16], -1, 1), Formula(2, [8, 8, 3, 3], -1, 1));
        var (there, weight) = (x.to(Here), w.to(Here));
        using (Autocast.BFloat16(Here.type))
        {
            var mixed = F.conv2d(there, weight);
            Assert.Equal(bfloat16, mixed.dtype);
            AssertSame(F.conv2d(x, w), mixed, 0.2);
        }
        Assert.Equal(float32, F.conv2d(there, weight).dtype);
    }

    [Fact]
    public void Pictures_are_resampled_alike()
    {
        var x = Formula(4, [1, 3, 20, 30], 0, 1);
        var turn = tensor(new float[] { 0.8f, -0.3f, 0.1f, 0.3f, 0.8f, -0.2f }, [1, 2, 3]);
        Tensor Turned(Tensor picture, Tensor matrix) => F.grid_sample(picture, F.affine_grid(matrix, [1, 3, 16, 16], align_corners: false), align_corners: false);
        AssertSame(Turned(x, turn), Turned(x.to(Here), turn.to(Here)));
    }

    private static Tensor Gradient(Tensor x, Tensor w, Device device)
    {
        var weight = w.to(device).clone().detach().requires_grad_();
        F.conv2d(x.to(device), weight).relu().pow(2).sum().backward();
        return weight.grad!;
    }
}
