using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Learning;

/// <summary>
/// Turns the losses of steps into numbers. A GPU works behind the program, and asking for a number waits until it has caught up:
/// there several losses are read at a time.
/// </summary>
/// <param name="every">How many losses are read at a time; 1 reads each at once.</param>
/// <param name="use">Told of every loss in order, with the learning rates and the momentum of its step.</param>
internal sealed class LossReader(int every, Action<float, double[], double> use) : IDisposable
{
    private readonly List<(Tensor Loss, double[] Rates, double Momentum)> unread = [];

    /// <summary>One more step's loss, a tensor without dimensions; it is read at once or later.</summary>
    /// <exception cref="TrainingException">It, or one before it, is not finite.</exception>
    public void Add(Tensor loss, double[] rates, double momentum)
    {
        unread.Add((loss.detach().DetachFromDisposeScope(), rates, momentum));
        if (unread.Count >= every)
            Read();
    }

    /// <summary>Reads what is left.</summary>
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

    /// <summary>Forgets what is left.</summary>
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
