using Notable.Display.Figures;
namespace Notable.Display.Tests.Charts;

public class LinearScaleTests
{
    [Theory]
    [InlineData(0, 1, "0.0 0.2 0.4 0.6 0.8 1.0")]
    [InlineData(0, 59, "0 10 20 30 40 50")]
    [InlineData(-3.2, 4.9, "-2 0 2 4")]
    [InlineData(0.971, 0.983, "0.972 0.974 0.976 0.978 0.980 0.982")]
    [InlineData(1200, 5300, "2000 3000 4000 5000")]
    [InlineData(2e6, 9e6, "2e6 4e6 6e6 8e6")]
    [InlineData(0, 3e-8, "0 5e-9 1e-8 1.5e-8 2e-8 2.5e-8 3e-8")]
    [InlineData(5, 5, "3 4 5 6 7")]
    public void Ticks_are_round_numbers(double low, double high, string expected)
    {
        var scale = new LinearScale(low, high, 0, 100, maxTicks: 6);

        Assert.Equal(expected, string.Join(' ', scale.Ticks.Select(scale.Label)));
    }

    [Fact]
    public void Counts_have_no_ticks_between_whole_numbers()
    {
        var scale = new LinearScale(0, 3, 0, 100, maxTicks: 8, isWhole: true);

        Assert.Equal(["0", "1", "2", "3"], scale.Ticks.Select(scale.Label));
    }

    [Fact]
    public void The_ends_of_the_range_are_the_ends_of_the_axis()
    {
        var scale = new LinearScale(-2, 2, 300, 100, maxTicks: 5);

        Assert.Equal(300, scale.Pixel(-2));
        Assert.Equal(200, scale.Pixel(0));
        Assert.Equal(100, scale.Pixel(2));
    }
}
