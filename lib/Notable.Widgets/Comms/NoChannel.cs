namespace Notable.Widgets;

/// <summary>A channel that drops all messages, for widgets without a front end.</summary>
public sealed class NoChannel : ICommChannel
{
    /// <summary>Drops the message.</summary>
    public void Send(CommMessage message)
    {
    }
}
