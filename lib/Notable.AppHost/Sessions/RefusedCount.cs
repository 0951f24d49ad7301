using System.Globalization;

namespace Notable.AppHost.Sessions;

/// <summary>Collects what was refused in a message: the first reason as text, the others as a number.</summary>
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

    /// <summary>Returns the reason and the number, and resets them; null if nothing was refused.</summary>
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
