using Notable.Testing;
using Notable.Learning.Files;

namespace Notable.Learning.Tests.Files;

public class SharedWeightsTests
{
    [Fact]
    public void A_whole_ResNet18_is_read()
    {
        var file = WeightsFile.Read(Repository.Shared("weights", "resnet18.safetensors"));

        Assert.Equal(122, file.Tensors.Count);
        Assert.Equal([64, 3, 7, 7], file.Tensors["conv1.weight"].Shape);
        Assert.Equal("F16", file.Tensors["conv1.weight"].DType);
        Assert.Equal("F32", file.Tensors["bn1.running_mean"].DType);
        Assert.Equal([], file.Tensors["bn1.num_batches_tracked"].Shape);
        Assert.Equal([1000, 512], file.Tensors["fc.weight"].Shape);
        // torchvision's count of ResNet18's parameters.
        Assert.Equal(11_689_512, file.Tensors.Values
            .Where(tensor => !tensor.Name.Contains("running_") && !tensor.Name.EndsWith("num_batches_tracked"))
            .Sum(tensor => tensor.ElementCount));
    }
}
