using Notable.Testing;

namespace Notable.Learning.Tests.Data;

public sealed class SamplerTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private DataLoaders Loaders(Sampler? sampler)
    {
        TestPictures.Write(folder.Path, 16, "common");
        TestPictures.Write(folder.Path, 4, "rare");
        return new DataBlock { ItemTransforms = [new Resize(8)], Splitter = new IndexSplitter(0, 16), Sampler = sampler }.Load(folder.Path, bs: 6);
    }

    [Fact]
    public void Classes_are_drawn_alike_however_many_pictures_they_have()
    {
        var dls = Loaders(Sampler.BalancedClasses);
        Assert.Equal(0.5, Rare(dls), 0.06);
        Assert.Equal(3, dls.Train.BatchCount);
    }

    [Fact]
    public void Items_are_drawn_by_their_weight_and_those_of_weight_0_never()
    {
        var dls = Loaders(Sampler.Weighted(path => path.Contains("rare") ? 0 : 1));
        Assert.Equal(0, Rare(dls));
    }

    [Fact]
    public void Without_a_sampler_each_item_comes_once() => Assert.Equal(3 / 18.0, Rare(Loaders(null)), 1e-12);

    [Fact]
    public void Weights_that_make_no_sense_are_refused()
    {
        Assert.Throws<DataException>(() => Loaders(Sampler.Weighted(_ => 0)));
        Assert.Throws<DataException>(() => Loaders(Sampler.Weighted(_ => -1)));
        Assert.Contains("2 weights for 18", Assert.Throws<DataException>(() => Loaders(new Sampler((_, _) => [1, 2]))).Message);
    }

    [Fact]
    public void Class_weights_make_up_for_rarity() => Assert.Equal([18 / (2 * 15f), 18 / (2 * 3f)], Loaders(null).ClassWeights());

    private static double Rare(DataLoaders dls)
    {
        List<long> labels = [];
        for (var epoch = 0; epoch < 30; epoch++)
            foreach (var batch in dls.Train.Batches(new Random(epoch), TestContext.Current.CancellationToken))
                using (batch)
                    labels.AddRange(batch.Labels.data<long>().ToArray());
        return labels.Average(label => label == 1 ? 1.0 : 0);
    }
}
