namespace Notable.Widgets;

/// <summary>Leads nowhere: for widgets made where no front end is.</summary>
public sealed class NoChannel : ICommChannel
{
    /// <summary>Drops the message.</summary>
    public void Send(CommMessage message)
    {
    }
}
