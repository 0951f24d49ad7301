namespace Notable.Display.Tests;

public sealed class ProgressWhenStopped
{
    private sealed class StoppedTarget : IDisplayTarget
    {
        public bool IsInteractive => true;

        public void Display(MimeBundle bundle, string displayId) => RunningCode.Stop.ThrowIfCancellationRequested();

        public void Update(string displayId, MimeBundle bundle)
        {
        }

        public void Write(OutputStream stream, string text) => RunningCode.Stop.ThrowIfCancellationRequested();

        public void Clear(bool wait)
        {
        }
    }

    [Fact]
    public void A_table_that_was_never_drawn_keeps_the_words_of_what_stopped_the_work()
    {
        using var stop = new CancellationTokenSource();
        var work = RunningCode.StopBy(stop.Token);
        using var use = DisplayTarget.Use(new StoppedTarget());

        var error = Assert.Throws<WorkStoppedException>(Train);

        Assert.Equal("Stopped after batch 0; the weights are kept.", error.Message);
        Assert.False(work.AsksBetweenSteps);

        void Train()
        {
            using var table = new ProgressTable("epoch");
            stop.Cancel();
            throw new WorkStoppedException("Stopped after batch 0; the weights are kept.", new OperationCanceledException());
        }
    }

    [Fact]
    public void An_error_of_a_target_is_not_swallowed_while_the_work_goes_on()
    {
        using var use = DisplayTarget.Use(new BrokenTarget());

        Assert.Throws<OperationCanceledException>(() => new ProgressTable("epoch").Dispose());
    }

    private sealed class BrokenTarget : IDisplayTarget
    {
        public bool IsInteractive => true;

        public void Display(MimeBundle bundle, string displayId) => throw new OperationCanceledException();

        public void Update(string displayId, MimeBundle bundle) => throw new OperationCanceledException();

        public void Write(OutputStream stream, string text) => throw new OperationCanceledException();

        public void Clear(bool wait) => throw new OperationCanceledException();
    }
}
