using System.Text.Json;

namespace Notable.Learning.Tests.Golden;

/// <summary>Golden group a: the rates and momenta fastai's optimizer held at every step of ten trainings. Tolerance 1e-5, relative: fastai divides in float32.</summary>
public class Golden_a_Schedules
{
    private const double Tolerance = 1e-5;

    [Theory]
    [InlineData(0, 4, 2e-3, 1)]
    [InlineData(1, 4, 2e-3, 1)]
    [InlineData(2, 4, 2e-3, 1)]
    [InlineData(3, 1, 2e-3, 1)]
    [InlineData(4, 2, 5e-3, 2)]
    public void Fine_tune_follows_fastai(int run, int epochs, double baseLr, int freezeEpochs)
    {
        var fits = Fits(run);
        Assert.Equal(2, fits.Length);
        var recipe = FineTuneRecipe.Of(epochs, baseLr, freezeEpochs, lrMult: 100);
        Follows(fits[0], recipe.Frozen);
        Follows(fits[1], recipe.Unfrozen);
    }

    [Fact]
    public void One_cycle_with_one_rate_follows_fastai() => Follows(Assert.Single(Fits(5)), new FitPlan(3, 1e-3, Schedule.OneCycle()));

    [Fact]
    public void One_cycle_with_geometric_rates_follows_fastai() =>
        Follows(Assert.Single(Fits(6)), new FitPlan(2, LearningRates.Between(1e-5, 1e-3), Schedule.OneCycle()));

    [Fact]
    public void One_cycle_with_a_tenth_for_early_groups_follows_fastai() =>
        Follows(Assert.Single(Fits(7)), new FitPlan(2, LearningRates.UpTo(1e-3), Schedule.OneCycle()));

    [Fact]
    public void A_flat_fit_with_a_cosine_end_follows_fastai() => Follows(Assert.Single(Fits(8)), new FitPlan(2, 1e-3, Schedule.FlatCos()));

    [Fact]
    public void A_plain_fit_follows_fastai() => Follows(Assert.Single(Fits(9)), new FitPlan(2, 1e-3, Schedule.Constant));

    private static JsonElement[] Fits(int run) =>
        [.. GoldenFile.Json("a_schedule").GetProperty("runs")[run].GetProperty("fits").EnumerateArray()];

    private static void Follows(JsonElement fit, FitPlan plan)
    {
        Assert.Equal(fit.GetProperty("n_epoch").GetInt32(), plan.Epochs);
        foreach (var step in fit.GetProperty("steps").EnumerateArray())
        {
            var (rates, momentum) = plan.At(step.GetProperty("pct_train").GetDouble(), groups: 3);
            var groups = step.GetProperty("groups").EnumerateArray().ToArray();
            for (var i = 0; i < groups.Length; i++)
            {
                Close(groups[i].GetProperty("lr").GetDouble(), rates[i]);
                Close(groups[i].GetProperty("mom").GetDouble(), momentum);
                Assert.Equal(Adam.SquareMomentum, groups[i].GetProperty("sqr_mom").GetDouble());
                Assert.Equal(Adam.Epsilon, groups[i].GetProperty("eps").GetDouble());
                Assert.Equal(Adam.WeightDecay, groups[i].GetProperty("wd").GetDouble());
            }
        }
    }

    private static void Close(double expected, double actual) => Assert.Equal(expected, actual, Tolerance * expected);
}
