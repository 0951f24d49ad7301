using Notable.Imaging;
using Notable.Learning;

namespace Notable.Cli.Running;

/// <summary>
/// Loads ONNX Runtime and the image library on a separate thread, while the model file is read and checked. Not libtorch, which
/// predictions do not need.
/// </summary>
internal static class EarlyLoading
{
    /// <summary>Starts loading. The process's end waits for it, since loading libraries during the exit can crash or hang.</summary>
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
            Predictor.LoadRuntime();
            _ = ImagingRuntime.LibvipsVersion;
        }
        catch (Exception e) when (e is DllNotFoundException or TypeInitializationException)
        {
            // The next use of the library throws the same exception, where it is reported.
        }
    }
}
