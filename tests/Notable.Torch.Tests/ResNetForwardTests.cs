using TorchSharp;

namespace Notable.Torch.Tests;

public class ResNetForwardTests : TensorTest
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_stage_is_the_golden_one(bool channelsLast)
    {
        var golden = Golden.Read("c_model_forward.json");
        using var model = torchvision.models.resnet18();
        using var body = Body.Of(model);
        Body.FillByFormula(body, golden.GetProperty("weights").EnumerateArray(), "0.");
        body.eval();
        var x = Formula(77, [2, 3, 64, 64], -2, 2);
        if (channelsLast)
        {
            body.ToChannelsLast();
            x = x.ToChannelsLast();
        }
        using var no_gradients = torch.no_grad();
        foreach (var stage in golden.GetProperty("stages").EnumerateArray())
        {
            x = body[stage.GetProperty("stage").GetInt32()].call(x);
            Assert.Equal(stage.GetProperty("shape").Longs(), x.shape);
            Assert.Equal(stage.GetProperty("mean").GetDouble(), x.to(torch.float64).mean().ToDouble(), 1e-5);
            Assert.Equal(stage.GetProperty("abs_mean").GetDouble(), x.to(torch.float64).abs().mean().ToDouble(), 1e-5);
            AssertClose(stage.GetProperty("first4").Numbers(), x.flatten()[..4], 1e-4);
        }
    }

    [Fact]
    public void The_whole_model_gives_a_score_for_each_class()
    {
        using var model = torchvision.models.resnet18(num_classes: 5);
        model.eval();
        using var no_gradients = torch.inference_mode();
        Assert.Equal([2, 5], model.call(Formula(1, [2, 3, 32, 32], -2, 2)).shape);
    }
}
