using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Learning;

/// <summary>
/// Reads the losses of training steps. A GPU works asynchronously, and reading a number waits until it has caught up, so several losses
/// are read together there.
/// </summary>
/// <param name="every">How many losses are read together; 1 reads each at once.</param>
/// <param name="use">Receives every loss in order, with the learning rates and the momentum of its step.</param>
internal sealed class LossReader(int every, Action<float, double[], double> use) : IDisposable
{
    private readonly List<(Tensor Loss, double[] Rates, double Momentum)> unread = [];

    /// <summary>Adds the loss of one step, a scalar tensor; it is read now or later.</summary>
    /// <exception cref="TrainingException">This loss, or an earlier one, is not finite.</exception>
    public void Add(Tensor loss, double[] rates, double momentum)
    {
        unread.Add((loss.detach().DetachFromDisposeScope(), rates, momentum));
        if (unread.Count >= every)
            Read();
    }

    /// <summary>Reads the remaining losses.</summary>
    /// <exception cref="TrainingException">One is not finite.</exception>
    public void Read()
    {
        foreach (var ((_, rates, momentum), loss) in unread.Zip(Values()))
        {
            if (!float.IsFinite(loss))
                throw new TrainingException(FormattableString.Invariant(
                    $"the loss became {loss} at a learning rate of {rates[^1]:g2}: train again from the start with a lower one"));
            use(loss, rates, momentum);
        }
        Dispose();
    }

    /// <summary>Discards the remaining losses.</summary>
    public void Dispose()
    {
        foreach (var (loss, _, _) in unread)
            loss.Dispose();
        unread.Clear();
    }

    private float[] Values()
    {
        if (unread.Count == 0)
            return [];
        using var scope = NewDisposeScope();
        return stack([.. unread.Select(step => step.Loss)]).cpu().data<float>().ToArray();
    }
}
