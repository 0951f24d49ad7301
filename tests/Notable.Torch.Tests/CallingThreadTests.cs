namespace Notable.Torch.Tests;

public class CallingThreadTests
{
    [Fact]
    public void The_threads_of_one_thread_are_no_others()
    {
        var wanted = Runtime.Threads + 1;
        var (mine, others) = (0, 0);
        On(() =>
        {
            CallingThread.SetThreads(wanted);
            mine = Runtime.Threads;
        });
        On(() => others = Runtime.Threads);
        Assert.Equal((wanted, wanted - 1), (mine, others));
    }

    [Fact]
    public void None_is_an_error() => Assert.Throws<ArgumentOutOfRangeException>(() => CallingThread.SetThreads(0));

    private static void On(Action work)
    {
        var thread = new Thread(() => work());
        thread.Start();
        thread.Join();
    }
}
