using Notable.Imaging;
using Notable.Learning.Tests.Data;
using Notable.Testing;
using TorchSharp;

namespace Notable.Learning.Tests.Export;

public sealed class PredictorTests(HostileModelFileTests.Good good) : IClassFixture<HostileModelFileTests.Good>
{
    private readonly Predictor model = Predictor.Load(good.Path);

    [Fact]
    public void A_named_device_and_the_default_one_are_one_predictor() =>
        Assert.Same(model, Predictor.Load(good.Path, torch.cuda.is_available() ? torch.CUDA : torch.CPU));

    [Fact]
    public void An_ImageSharp_image_is_answered_as_the_picture_it_is()
    {
        var picture = TestPictures.Noise(3);
        using var image = picture.ToImageSharp();
        Assert.Equal(model.Predict(picture).Probability, model.Predict(image).Probability, 1e-6);
    }

    [Fact]
    public void A_link_is_loaded_anew_when_it_leads_to_another_file()
    {
        using var folder = new TemporaryFolder();
        File.Copy(good.Path, folder["first.safetensors"]);
        File.CreateSymbolicLink(folder["model.safetensors"], "first.safetensors");
        var first = Predictor.Load(folder["model.safetensors"]);
        Assert.Same(first, Predictor.Load(folder["model.safetensors"]));
        File.SetLastWriteTimeUtc(folder["first.safetensors"], new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.NotSame(first, Predictor.Load(folder["model.safetensors"]));
    }

    [Fact]
    public async Task Many_visitors_at_once_get_the_answers_of_one()
    {
        var files = Enumerable.Range(0, 6).Select(i => TestPictures.Noise(i).ToPng()).ToArray();
        var alone = files.Select(file => model.Predict(file).Probability).ToArray();
        var together = await Task.WhenAll(files.Concat(files).Select(file => model.PredictAsync(file, TestContext.Current.CancellationToken)));
        Assert.Equal(alone.Concat(alone), together.Select(p => p.Probability), (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public async Task A_file_that_is_no_picture_fails_alone_and_frees_its_place()
    {
        for (var i = 0; i < 3 * Environment.ProcessorCount; i++)
            await Assert.ThrowsAnyAsync<ImagingException>(() => model.PredictAsync("not a picture"u8.ToArray(), TestContext.Current.CancellationToken));
        Assert.InRange((await model.PredictAsync(TestPictures.Noise(1).ToPng(), TestContext.Current.CancellationToken)).Probability, 0.5, 1);
    }

    [Fact]
    public async Task A_visitor_who_left_is_not_served()
    {
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => model.PredictAsync(TestPictures.Noise(1).ToPng(), gone.Token));
    }

    [Fact]
    public void Many_files_are_answered_in_order_and_a_bad_one_costs_only_its_own_answer()
    {
        using var folder = new TemporaryFolder();
        var names = Enumerable.Range(0, 20).Select(i => folder[$"{i}.png"]).ToArray();
        for (var i = 0; i < names.Length; i++)
            TestPictures.Noise(i, width: 30 + i).Save(names[i]);
        File.WriteAllText(names[4], "<html>");
        var answers = model.PredictMany([.. names, folder["missing.jpg"]], TestContext.Current.CancellationToken).ToList();
        Assert.Equal([.. names, folder["missing.jpg"]], answers.Select(a => a.File));
        Assert.Equal([4, 20], Enumerable.Range(0, 21).Where(i => answers[i].Error is not null));
        Assert.All(answers, a => Assert.True(a.Prediction is null != a.Error is null));
        Assert.Equal(model.Predict(names[17]).Probability, answers[17].Prediction!.Probability, 1e-5);
    }
}
