namespace Notable.Learning;

/// <summary>Hooks into a fit: can observe it, change a batch, save weights or end the fit. Called on the training thread.</summary>
public abstract class Callback
{
    /// <summary>Called before the fit begins.</summary>
    public virtual void BeforeFit(FitRun fit) { }

    /// <summary>Called before each epoch.</summary>
    public virtual void BeforeEpoch(FitRun fit) { }

    /// <summary>Called when <see cref="FitRun.Batch"/> is set; the callback may change it.</summary>
    public virtual void BeforeBatch(FitRun fit) { }

    /// <summary>Called when the gradients are computed, before any weight changes.</summary>
    public virtual void BeforeStep(FitRun fit) { }

    /// <summary>Called after each batch.</summary>
    public virtual void AfterBatch(FitRun fit) { }

    /// <summary>Called after an epoch was trained and validated: see <see cref="FitRun.Report"/>.</summary>
    public virtual void AfterEpoch(FitRun fit) { }

    /// <summary>Called after the fit, however it ended: completed, stopped, canceled or failed.</summary>
    public virtual void AfterFit(FitRun fit) { }

    /// <summary>Returns whether this error ends the fit normally instead of failing it.</summary>
    internal virtual bool Accepts(TrainingException error) => false;
}
