using System.Diagnostics;
using Microsoft.ML.OnnxRuntime;

namespace Notable.Learning;

/// <summary>Where predictions are computed: a CUDA device where the build and the machine have one, else the CPU.</summary>
internal static class InferenceDevice
{
    private const string Cuda = "CUDAExecutionProvider";

    /// <summary>The options, with CUDA where it can be used.</summary>
    public static SessionOptions With(SessionOptions options)
    {
        if (!OrtEnv.Instance().GetAvailableProviders().Contains(Cuda))
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
}
