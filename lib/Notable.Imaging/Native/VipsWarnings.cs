using NetVips;

namespace Notable.Imaging.Native;

/// <summary>
/// Collects libvips' warnings while a thread works on a picture. libvips' JPEG reader reports the number of damaged places only when its
/// image is closed, on the thread that closes it.
/// </summary>
internal static class VipsWarnings
{
    [ThreadStatic]
    private static List<string>? heard;

    /// <summary>Redirects libvips' warnings from standard error to this class, once per process.</summary>
    public static void Listen()
    {
        Log.SetLogHandler("VIPS", Enums.LogLevelFlags.Warning, static (_, _, message) => heard?.Add(message));
        // These come from hostile headers with impossible sizes, which are refused anyway.
        Log.SetLogHandler("GLib-GObject", Enums.LogLevelFlags.Critical | Enums.LogLevelFlags.Warning, static (_, _, _) => { });
    }

    /// <summary>Runs work that opens and closes pictures on this thread, and returns its warnings.</summary>
    public static IReadOnlyList<string> During(Action work)
    {
        var outer = heard;
        List<string> mine = heard = [];
        try
        {
            work();
        }
        finally
        {
            heard = outer;
        }
        return mine;
    }
}
