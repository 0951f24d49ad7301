namespace Notable.Learning;

/// <summary>More pictures wait for their prediction than can be answered in good time: ask again in a moment.</summary>
public sealed class PredictionQueueFullException : Exception
{
    internal PredictionQueueFullException(int waiting)
        : base($"{waiting} pictures wait for their prediction already; ask again in a moment")
    {
    }
}
