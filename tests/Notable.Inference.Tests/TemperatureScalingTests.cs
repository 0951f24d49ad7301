using Notable.Learning;

namespace Notable.Inference.Tests;

public class TemperatureScalingTests
{
    [Fact]
    public void A_network_that_is_too_sure_is_made_as_sure_as_it_is_right()
    {
        // Seven of ten answers of logits 4 and 0 are right: the logits' difference should be ln(7/3).
        var (rows, targets) = (Rows(4, 1000), Targets(1000, right: 0.7));
        var found = TemperatureScaling.Fit(rows, targets);
        Assert.Equal(4 / Math.Log(7 / 3.0), found.Temperature, 0.05);
        Assert.Equal(1000, found.Items);
        Assert.InRange(found.Error, 0, 0.01);
        Assert.InRange(TemperatureScaling.ErrorOf(rows, targets), 0.27, 0.29);
    }

    [Fact]
    public void Where_all_is_right_it_is_not_made_sure_without_limit()
    {
        var found = TemperatureScaling.Fit(Rows(2, 50), Targets(50, right: 1));
        Assert.Equal(51 / 52.0, found.Apply(Rows(2, 1)[0])[0], 0.001);
    }

    [Fact]
    public void Where_all_is_wrong_the_search_ends_within_its_range() =>
        Assert.InRange(TemperatureScaling.Fit(Rows(9, 50), Targets(50, right: 0)).Temperature, 1, TemperatureScaling.Highest);

    [Fact]
    public void No_answer_changes_and_all_sum_to_one()
    {
        float[] row = [0.2f, 0.5f, 0.3f];
        var hot = new TemperatureScaling(3, 0, 1).Apply(row);
        Assert.Equal(1, hot.Sum(), 1e-5);
        Assert.Equal([0, 2, 1], Enumerable.Range(0, 3).OrderBy(i => hot[i]));
        Assert.InRange(hot[1], 1 / 3f, 0.5f);
        Assert.Equal(row, new TemperatureScaling(1, 0, 1).Apply(row), (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void Classes_that_are_asked_as_often_as_others_but_learned_less_often_gain()
    {
        var shifted = new TemperatureScaling(1, 0, 1) { ClassOdds = [0.5, 2], NeitherOdds = 0.25 }.Apply([0.6f, 0.2f, 0.2f]);
        Assert.Equal([0.3 / 0.75, 0.4 / 0.75, 0.05 / 0.75], shifted.Select(p => (double)p), (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.Throws<ArgumentException>(() => new TemperatureScaling(1, 0, 1) { ClassOdds = [1, 1, 1] }.Apply([0.5f, 0.5f]));
    }

    [Fact]
    public void Where_neither_is_asked_less_often_than_learned_its_odds_fall()
    {
        var shifted = new TemperatureScaling(1, 0, 1) { NeitherOdds = 0.25 }.Apply([0.3f, 0.1f, 0.6f]);
        Assert.Equal([0.3 / 0.55, 0.1 / 0.55, 0.15 / 0.55], shifted.Select(p => (double)p), (a, b) => Math.Abs(a - b) < 1e-6);
        // A picture of neither counts a quarter then: 1.25 pictures' worth of answers is 0.6 sure, and 0.25 of it right.
        Assert.Equal((0.6 * 1.25 - 0.25) / 1.25, TemperatureScaling.ErrorOf([[0.4f, 0.6f], [0.4f, 0.6f]], [0, 1], [1, 0.25]), 1e-6);
    }

    [Fact]
    public void A_probability_that_vanished_stays_a_number() =>
        Assert.All(new TemperatureScaling(20, 0, 1).Apply([1, 0]), p => Assert.InRange(p, 0, 1));

    [Fact]
    public void The_error_is_the_gap_between_sureness_and_share_of_right_answers()
    {
        // One bin is 0.65 sure and half right, one 0.95 sure and all right, with two answers each.
        float[][] rows = [[0.65f, 0.35f], [0.65f, 0.35f], [0.95f, 0.05f], [0.05f, 0.95f]];
        Assert.Equal((0.15 * 2 + 0.05 * 2) / 4, TemperatureScaling.ErrorOf(rows, [0, 1, 0, 1]), 1e-6);
    }

    [Fact]
    public void No_pictures_are_refused() => Assert.Throws<ArgumentException>(() => TemperatureScaling.Fit([], []));

    private static float[][] Rows(double difference, int count)
    {
        var sure = (float)(1 / (1 + Math.Exp(-difference)));
        return [.. Enumerable.Repeat((float[])[sure, 1 - sure], count)];
    }

    private static int[] Targets(int count, double right) => [.. Enumerable.Range(0, count).Select(i => i < right * count ? 0 : 1)];
}
