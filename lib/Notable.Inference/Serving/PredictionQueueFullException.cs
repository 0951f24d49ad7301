using System.Globalization;

namespace Notable.Learning;

/// <summary>Too many pictures are waiting for their prediction. Try again later.</summary>
public sealed class PredictionQueueFullException : Exception
{
    internal PredictionQueueFullException(int waiting, double seconds)
        : base(string.Create(CultureInfo.InvariantCulture, $"{waiting} pictures are waiting for their prediction, and another one would wait about {seconds:0} s; try again in a moment")) =>
        ExpectedWait = TimeSpan.FromSeconds(seconds);

    /// <summary>The time the picture would have had to wait.</summary>
    public TimeSpan ExpectedWait { get; }
}
