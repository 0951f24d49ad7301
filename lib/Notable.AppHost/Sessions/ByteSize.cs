using System.Globalization;

namespace Notable.AppHost.Sessions;

/// <summary>Formats file sizes.</summary>
internal static class ByteSize
{
    /// <summary>Formats a size in powers of 1000, as phones and desktops do: <c>20 MB</c>, <c>20.9 MB</c>, <c>340 kB</c>.</summary>
    public static string Readable(long bytes)
    {
        var (unit, name) = bytes switch
        {
            < 1_000_000 => (1e3, "kB"),
            < 1_000_000_000 => (1e6, "MB"),
            _ => (1e9, "GB"),
        };
        return (bytes / unit).ToString("0.#", CultureInfo.InvariantCulture) + " " + name;
    }
}
