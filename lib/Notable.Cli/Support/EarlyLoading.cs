using Microsoft.ML.OnnxRuntime;
using Notable.Imaging;

namespace Notable.Cli.Support;

/// <summary>
/// Loads ONNX Runtime and the image library on a thread of its own, while the model file is read and checked. libtorch stays out:
/// predictions do not need it.
/// </summary>
internal static class EarlyLoading
{
    /// <summary>Begins; a process that ends sooner waits for it, since libraries that load while others are unloaded crash or hang.</summary>
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
            _ = OrtEnv.Instance();
            _ = ImagingRuntime.LibvipsVersion;
        }
        catch (Exception e) when (e is DllNotFoundException or TypeInitializationException)
        {
            // The next caller gets this same exception where it can be reported.
        }
    }
}
