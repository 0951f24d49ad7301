using System.Diagnostics;
using Microsoft.ML.OnnxRuntime;

namespace Notable.Learning;

/// <summary>Chooses the device for predictions: CUDA if the build and the machine have it, else the CPU.</summary>
internal static class InferenceDevice
{
    private const string Cuda = "CUDAExecutionProvider";

    private static readonly Lazy<OrtEnv> environment = new(Create);

    /// <summary>Loads ONNX Runtime, with its telemetry off.</summary>
    public static void LoadRuntime() => _ = environment.Value;

    /// <summary>Whether ONNX Runtime was built with CUDA.</summary>
    public static bool HasCuda => environment.Value.GetAvailableProviders().Contains(Cuda);

    /// <summary>Adds CUDA to the options if it is usable.</summary>
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
        // Read when ONNX Runtime starts, which is before the call below.
        CLibrary.SetVariable("ORT_DISABLE_TELEMETRY", "1");
        var options = new EnvironmentCreationOptions { logId = "Notable", logLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR };
        // The program may already have created ONNX Runtime's environment for another purpose.
        var created = OrtEnv.IsCreated ? OrtEnv.Instance() : OrtEnv.CreateInstanceWithOptions(ref options);
        created.DisableTelemetryEvents();
        return created;
    }
}
