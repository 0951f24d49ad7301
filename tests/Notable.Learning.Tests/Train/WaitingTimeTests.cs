namespace Notable.Learning.Tests.Train;

public class WaitingTimeTests
{
    [Fact]
    public void Counts_the_making_of_items_and_not_their_use()
    {
        var waiting = new WaitingTime();
        IEnumerable<int> Items()
        {
            for (var i = 0; i < 2; i++)
            {
                Thread.Sleep(30);
                yield return i;
            }
        }
        foreach (var _ in waiting.For(Items()))
        {
            var before = waiting.Elapsed;
            Thread.Sleep(5);
            Assert.Equal(before, waiting.Elapsed);
        }
        Assert.True(waiting.Elapsed >= TimeSpan.FromMilliseconds(60));
    }
}
