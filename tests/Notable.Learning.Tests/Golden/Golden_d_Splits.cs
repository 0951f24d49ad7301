namespace Notable.Learning.Tests.Golden;

/// <summary>Golden group d: the very items of fastai's RandomSplitter, for 10, 50, 128 and 200 items.</summary>
public class Golden_d_Splits
{
    [Fact]
    public void Splits_of_seed_42_are_fastais()
    {
        foreach (var one in GoldenFile.Json("d_random_splitter").GetProperty("cases").EnumerateArray())
        {
            var count = one.GetProperty("n").GetInt32();
            var split = new RandomSplitter(0.2, 42).Apply([.. Enumerable.Range(0, count).Select(i => $"{i}.jpg")]);
            Assert.Equal(one.GetProperty("valid").Ints(), split.Valid);
            Assert.Equal(one.GetProperty("train_first8").Ints(), split.Train.Take(8));
            Assert.Equal(one.GetProperty("n_train").GetInt32(), split.Train.Count);
        }
    }
}
