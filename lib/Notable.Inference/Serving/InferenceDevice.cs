using System.Diagnostics;
using Microsoft.ML.OnnxRuntime;

namespace Notable.Learning;

/// <summary>Where predictions are computed: a CUDA device where the build and the machine have one, else the CPU.</summary>
internal static class InferenceDevice
{
    private const string Cuda = "CUDAExecutionProvider";

    private static readonly Lazy<OrtEnv> environment = new(Create);

    /// <summary>Loads ONNX Runtime. It reports nothing to its makers: what is asked here is nobody else's business.</summary>
    public static void LoadRuntime() => _ = environment.Value;

    /// <summary>Whether ONNX Runtime was built with CUDA.</summary>
    public static bool HasCuda => environment.Value.GetAvailableProviders().Contains(Cuda);

    /// <summary>The options, with CUDA where it can be used.</summary>
    public static SessionOptions With(SessionOptions options)
    {
        if (!HasCuda)
            return options;
        try
        {
            options.AppendExecutionProvider_CUDA();
        }
        catch (OnnxRuntimeException e)
        {
            Trace.TraceWarning($"Predictions are computed on the CPU: ONNX Runtime could not use CUDA ({e.Message.Split('\n')[0]})");
        }
        return options;
    }

    private static OrtEnv Create()
    {
        // Looked at when ONNX Runtime starts, which the call below comes too late for.
        CLibrary.SetVariable("ORT_DISABLE_TELEMETRY", "1");
        var options = new EnvironmentCreationOptions { logId = "Notable", logLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR };
        // A program may use ONNX Runtime for something else, and have created it already.
        var created = OrtEnv.IsCreated ? OrtEnv.Instance() : OrtEnv.CreateInstanceWithOptions(ref options);
        created.DisableTelemetryEvents();
        return created;
    }
}
