using Notable.Display;
using Notable.Testing;
using Notable.Learning.Files;
using TorchSharp;

namespace Notable.Learning.Tests.Train;

[Collection(nameof(SmallTraining))]
public sealed class LearnerToolsTests : IDisposable
{
    private readonly SmallTraining small = new();
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    public void Dispose() => small.Dispose();

    [Fact]
    public void Saved_weights_come_back_bit_for_bit_and_into_their_own_network_only()
    {
        using var learn = small.Quick();
        using var folder = new TemporaryFolder();
        learn.Save(folder["sub/stage-1.safetensors"]);
        var before = SmallTraining.Values(learn, "body.features.3.squeeze.weight");
        learn.Fit(1, cancellation: stop);
        var trained = SmallTraining.Values(learn, "body.features.3.squeeze.weight");
        Assert.NotEqual(before, trained);
        learn.Load(folder["sub/stage-1.safetensors"]);
        Assert.Equal(before, SmallTraining.Values(learn, "body.features.3.squeeze.weight"));
        Assert.Contains("nowhere", Assert.Throws<FileNotFoundException>(() => learn.Load(folder["nowhere"])).Message);
        using var other = small.Learner(architecture: Architectures.MobileNetV2);
        var own = SmallTraining.Values(other, "head.8.weight");
        Assert.Throws<WeightsFileException>(() => other.Load(folder["sub/stage-1.safetensors"]));
        Assert.Equal(own, SmallTraining.Values(other, "head.8.weight"));
    }

    [Fact]
    public void A_second_learner_on_the_same_data_leaves_the_first_one_its_device()
    {
        using var learn = small.Quick();
        // A device without memory: what is sent there by mistake has no numbers to come back.
        using var second = VisionLearner.Create(small.Data, Architectures.SqueezeNet11, weights: PretrainedWeights.None, device: torch.META, cancellation: stop);
        Assert.Equal((DeviceType.CPU, DeviceType.META), (learn.Device.type, second.Device.type));
        Assert.Equal(DeviceType.CPU, small.Data.Device.type);
        learn.Fit(1, cancellation: stop);
        Assert.Equal(learn.GetPreds(stop).Items.Count, small.Data.Valid.Items.Count);
    }

    [Fact]
    public void A_full_disk_is_an_error_and_the_older_file_stays()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "limits the size of files as Linux does");
        using var learn = small.Quick();
        using var folder = new TemporaryFolder();
        learn.Save(folder["w.safetensors"]);
        var before = File.ReadAllBytes(folder["w.safetensors"]);
        using (FileSizeLimit.Of(100_000))
        {
            // .NET calls this limit an argument out of range; what counts is what is left behind.
            Assert.ThrowsAny<Exception>(() => learn.Save(folder["w.safetensors"]));
            Assert.ThrowsAny<Exception>(() => learn.Export(folder["m.safetensors"]));
        }
        Assert.Equal([folder["w.safetensors"]], Directory.GetFileSystemEntries(folder.Path));
        Assert.Equal(before, File.ReadAllBytes(folder["w.safetensors"]));
    }

    [Theory]
    [InlineData("taken/m.safetensors", "Export")]
    [InlineData("taken/m.onnx", "Export")]
    [InlineData("folder.safetensors", "Export")]
    [InlineData("taken/w.safetensors", "Save")]
    public void A_path_that_cannot_be_written_costs_no_training(string path, string method)
    {
        using var learn = small.Quick();
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["taken"], "a file where the path needs a folder");
        Directory.CreateDirectory(folder["folder.safetensors"]);
        var before = SmallTraining.Values(learn, "head.8.weight");
        Action<string> write = method == "Save" ? learn.Save : file => learn.Export(file);

        var error = Assert.Throws<IOException>(() => write(folder[path]));
        Assert.StartsWith($"cannot write {folder[path]}: ", error.Message);
        Assert.EndsWith($"the training is not lost: call {method} again with another path", error.Message);
        Assert.Equal(before, SmallTraining.Values(learn, "head.8.weight"));
        write(folder[$"new/folder/m{Path.GetExtension(path)}"]);
        Assert.Equal(folder[$"new/folder/m{Path.GetExtension(path)}"], Assert.Single(Directory.GetFileSystemEntries(folder["new/folder"])));
        learn.Fit(1, cancellation: stop);
    }

    [Fact]
    public void The_summary_lists_layers_shapes_and_what_trains()
    {
        using var learn = small.Quick();
        learn.Freeze();
        var summary = learn.Summary();
        Assert.Equal(learn.Model.parameters().Sum(p => p.numel()), summary.Parameters);
        Assert.Equal(learn.Model.parameters().Where(p => p.requires_grad).Sum(p => p.numel()), summary.Trainable);
        Assert.Equal("[1, 64, 15, 15]", summary.Layers[0].Output);
        Assert.Equal("[1, 2]", summary.Layers[^1].Output);
        Assert.Contains("input [1, 3, 32, 32]", summary.ToString());
        Assert.Contains("<table", summary.ToMimeBundle().Content("text/html")!.ToString());
    }

    [Fact]
    public void Without_a_bar_a_fit_is_silent()
    {
        using var learn = small.Quick();
        var target = new RecordingTarget();
        using (DisplayTarget.Use(target))
        using (learn.NoBar())
            learn.Fit(1, cancellation: stop);
        Assert.Empty(target.Outputs);
        Assert.True(learn.ShowsProgress);
    }

    [Fact]
    public void A_head_of_ones_own_trains_and_a_cut_ends_the_body_earlier()
    {
        var own = Architectures.SqueezeNet11 with
        {
            Head = (features, classes) => torch.nn.Sequential(torch.nn.AdaptiveAvgPool2d(1), torch.nn.Flatten(), torch.nn.Linear(features, classes)),
        };
        using var learn = small.Learner(architecture: own);
        learn.Fit(1, cancellation: stop);
        Assert.Contains(learn.Model.named_parameters(), p => p.name == "head.2.weight");
        using var folder = new TemporaryFolder();
        Assert.Contains("head", Assert.Throws<TrainingException>(() => learn.Export(folder["m.safetensors"])).Message);
        using var shorter = new VisionModel(Architectures.ResNet18 with { CutAt = "layer4", Features = 256 }, 2);
        Assert.DoesNotContain(shorter.named_parameters(), p => p.name.Contains("layer4"));
        Assert.Contains("layer1", Assert.Throws<ArgumentException>(() => (Architectures.ResNet18 with { CutAt = "nowhere" }).CreateBody()).Message);
    }

    [Fact]
    public void Test_time_augmentation_answers_every_item_alike_each_time()
    {
        // Not the quick network: untrained, it may answer the same to everything, on some processors.
        using var learn = small.Learner();
        var first = learn.Tta(n: 2, cancellation: stop);
        Assert.Equal(small.Data.Valid.Items, first.Items);
        Assert.All(first.Probabilities, row => Assert.Equal(1, row.Sum(), 1e-5f));
        Assert.Equal(first.Probabilities, learn.Tta(n: 2, cancellation: stop).Probabilities);
        Assert.NotEqual(first.Probabilities, learn.GetPreds(stop).Probabilities);
        Assert.Equal(learn.GetPreds(stop).Probabilities, learn.Tta(n: 1, beta: 1, cancellation: stop).Probabilities);
    }

    [Fact]
    public void Losses_other_than_cross_entropy_train_and_are_reported()
    {
        using var learn = small.Quick();
        learn.Loss = Losses.Focal();
        learn.Fit(1, cancellation: stop);
        var preds = learn.GetPreds(stop);
        Assert.Equal(preds.Losses.Average(), learn.Validate(stop).Loss, 1e-5);
        var p = preds.Probabilities[0][preds.Targets[0]];
        Assert.Equal(-(1 - p) * (1 - p) * Math.Log(p), preds.Losses[0], 1e-4);
    }
}
