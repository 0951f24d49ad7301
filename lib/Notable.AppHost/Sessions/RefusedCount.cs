using System.Globalization;

namespace Notable.AppHost.Sessions;

/// <summary>What was refused of one message: the first reason in words, the others as a number.</summary>
internal sealed class RefusedCount
{
    private readonly Lock gate = new();
    private string? first;
    private int more;

    public void Add(string reason)
    {
        lock (gate)
            if (first is null)
                first = reason;
            else
                more++;
    }

    /// <summary>The reason and the number, and begins anew; null if nothing was refused.</summary>
    public string? Take()
    {
        lock (gate)
        {
            var reason = more == 0 ? first : string.Create(CultureInfo.InvariantCulture, $"{first} (and {more} more in the same message)");
            (first, more) = (null, 0);
            return reason;
        }
    }
}
