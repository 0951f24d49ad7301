using System.Globalization;

namespace Notable.Learning;

/// <summary>More pictures wait for their prediction than can be answered in good time: ask again in a moment.</summary>
public sealed class PredictionQueueFullException : Exception
{
    internal PredictionQueueFullException(int waiting, double seconds)
        : base(string.Create(CultureInfo.InvariantCulture, $"{waiting} pictures wait for their prediction already, and a further one would wait about {seconds:0} s; ask again in a moment")) =>
        ExpectedWait = TimeSpan.FromSeconds(seconds);

    /// <summary>How long the picture would have waited.</summary>
    public TimeSpan ExpectedWait { get; }
}
