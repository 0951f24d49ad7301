using Notable.Testing;
using Notable.Torch.Files;
using TorchSharp;
using static TorchSharp.torch.nn;

namespace Notable.Torch.Tests;

public class WeightsTests : TensorTest
{
    [Fact]
    public void A_model_stored_in_half_precision_comes_back_within_it()
    {
        using var folder = new TemporaryFolder();
        using var first = Sequential(Linear(3, 4), BatchNorm1d(4));
        using var second = Sequential(Linear(3, 4), BatchNorm1d(4));
        Safetensors.Write(folder["model.safetensors"], first.ToStored(torch.float16), null);
        var file = WeightsFile.Read(folder["model.safetensors"]);
        Assert.Equal("F16", file.Tensors["0.weight"].DType);
        Assert.Equal("I64", file.Tensors["1.num_batches_tracked"].DType);
        second.load_state_dict(file.ToStateDict());
        Assert.True(first.get_parameter("0.weight")!.allclose(second.get_parameter("0.weight")!, atol: 1e-3));
    }

    [Fact]
    public void ImageNet_weights_load_and_recognise_something()
    {
        using var model = torchvision.models.resnet18(weights_file: Repository.Shared("weights", "resnet18.safetensors"));
        model.eval();
        using var no_gradients = torch.inference_mode();
        var probabilities = model.call(torch.zeros(1, 3, 64, 64)).softmax(1);
        Assert.Equal(1, probabilities.sum().ToDouble(), 1e-4);
    }

    [Fact]
    public void With_another_number_of_classes_the_last_layer_stays_at_random()
    {
        using var folder = new TemporaryFolder();
        using var large = torchvision.models.resnet18(num_classes: 1000);
        Safetensors.Write(folder["r.safetensors"], large.ToStored(), null);
        using var small = torchvision.models.resnet18(num_classes: 2, weights_file: folder["r.safetensors"]);
        Assert.True(large.conv1.weight.equal(small.conv1.weight));
        Assert.Throws<InvalidOperationException>(() => torchvision.models.resnet18(num_classes: 2, weights_file: folder["r.safetensors"], skipfc: false));
    }

    [Theory]
    [InlineData(torch.ScalarType.Byte)]
    [InlineData(torch.ScalarType.BFloat16)]
    [InlineData(torch.ScalarType.Float64)]
    [InlineData(torch.ScalarType.Bool)]
    public void Every_type_survives_the_way_through_bytes(torch.ScalarType type)
    {
        var tensor = Formula(3, [2, 3], 0, 9).to(type);
        var stored = tensor.ToStored("x");
        Assert.True(tensor.equal(stored.ToTensor()));
        Assert.True(tensor.equal(TensorBytes.FromBytes(tensor.t().t().ToBytes(), type, [2, 3])));
    }
}
