namespace Notable.Learning.Tests.Train;

public class SmoothedLossTests
{
    [Fact]
    public void Of_equal_losses_is_that_loss_from_the_first_batch_on()
    {
        var smoothed = new SmoothedLoss();
        Assert.True(double.IsNaN(smoothed.Value));
        for (var i = 0; i < 5; i++)
        {
            smoothed.Add(0.7);
            Assert.Equal(0.7, smoothed.Value, 1e-12);
        }
    }
}
