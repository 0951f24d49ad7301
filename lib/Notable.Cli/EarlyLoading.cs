using Notable.Imaging;
using Notable.Learning.Acceleration;

namespace Notable.Cli;

/// <summary>
/// Loads the native libraries on a thread of its own: libtorch alone takes a quarter of a second, more than everything else
/// before a first answer. Meanwhile files are read and checked; but whoever needs another native library waits, for the
/// system loads one at a time.
/// </summary>
internal static class EarlyLoading
{
    /// <summary>Begins; a process that ends sooner waits for it, since libraries that load while others are let go crash or hang.</summary>
    public static void Begin()
    {
        var thread = new Thread(Load) { IsBackground = true, Name = "Notable early loading" };
        AppDomain.CurrentDomain.ProcessExit += (_, _) => thread.Join();
        thread.Start();
    }

    private static void Load()
    {
        try
        {
            TorchRuntime.Require();
            _ = ImagingRuntime.LibvipsVersion;
        }
        catch (Exception e) when (e is DllNotFoundException)
        {
            // Whoever needs the library next gets this same exception, where it can be told.
        }
    }
}
