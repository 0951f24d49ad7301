namespace Notable.Learning.Tests.Train;

public class ScheduleTests
{
    [Fact]
    public void One_cycle_starts_low_peaks_at_its_turn_and_ends_lowest()
    {
        var schedule = Schedule.OneCycle(pctStart: 0.3, div: 5, divFinal: 1000);
        Assert.Equal(0.2, schedule.Rate(0), 1e-12);
        Assert.Equal(1, schedule.Rate(0.3), 1e-12);
        Assert.Equal(0.001, schedule.Rate(1), 1e-12);
        Assert.Equal(0.95, schedule.Momentum(0), 1e-12);
        Assert.Equal(0.85, schedule.Momentum(0.3), 1e-12);
        Assert.Equal(0.95, schedule.Momentum(1), 1e-12);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void A_turn_outside_the_fit_is_refused(double pctStart) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Schedule.OneCycle(pctStart));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_learning_rate_that_is_no_positive_number_is_refused(double rate) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => LearningRates.UpTo(rate));

    [Fact]
    public void Rates_of_one_group_are_the_heads_rate()
    {
        Assert.Equal([1e-3], LearningRates.Between(1e-5, 1e-3).For(1));
        Assert.Equal([1e-3], LearningRates.UpTo(1e-3).For(1));
    }
}
