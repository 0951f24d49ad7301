namespace Notable.Learning;

/// <summary>Takes part in a fit: sees it go by, may change a batch, keep weights or end the fit. Called on the thread that trains.</summary>
public abstract class Callback
{
    /// <summary>The fit is about to begin.</summary>
    public virtual void BeforeFit(FitRun fit) { }

    /// <summary>An epoch is about to begin.</summary>
    public virtual void BeforeEpoch(FitRun fit) { }

    /// <summary><see cref="FitRun.Batch"/> is there and may be changed.</summary>
    public virtual void BeforeBatch(FitRun fit) { }

    /// <summary>The gradients are there, and no weight has changed yet.</summary>
    public virtual void BeforeStep(FitRun fit) { }

    /// <summary>The batch is done.</summary>
    public virtual void AfterBatch(FitRun fit) { }

    /// <summary>The epoch is trained and measured: see <see cref="FitRun.Report"/>.</summary>
    public virtual void AfterEpoch(FitRun fit) { }

    /// <summary>The fit is over, however it ended: by itself, stopped, canceled or by an error.</summary>
    public virtual void AfterFit(FitRun fit) { }

    /// <summary>Whether this error is an end of the fit in good order.</summary>
    internal virtual bool Accepts(TrainingException error) => false;
}
