using Google.Protobuf;
using Microsoft.ML.OnnxRuntime;
using Notable.Learning.Graphs;
using Onnx;

namespace Notable.Learning;

/// <summary>
/// A network in ONNX Runtime: one per model and process, used by every thread. The native memory is freed when nobody holds it any
/// longer, so that a replaced model goes when its last visitor has.
/// </summary>
internal sealed class NetworkSession
{
    private static readonly string[] InputNames = [NetworkGraph.Pixels], LogitsOnly = [NetworkGraph.Logits], FeaturesOnly = [NetworkGraph.Features];
    private static readonly RunOptions Running = new();
    private readonly InferenceSession session;
    private readonly long bytes;

    public NetworkSession(ModelProto model, int side)
    {
        Side = side;
        bytes = model.CalculateSize();
        using var options = Options();
        session = new InferenceSession(model.ToByteArray(), options);
        GC.AddMemoryPressure(bytes);
    }

    ~NetworkSession() => GC.RemoveMemoryPressure(bytes);

    /// <summary>Side in pixels of the squares it takes.</summary>
    public int Side { get; }

    /// <summary>Logits [n][answers] of squares.</summary>
    /// <param name="pixels">n squares, each [side, side, 3] uint8, one behind the other.</param>
    /// <param name="count">n.</param>
    public float[][] Logits(byte[] pixels, int count)
    {
        var values = Run(pixels, count, LogitsOnly, out var shape);
        return [.. values.Chunk((int)shape[1])];
    }

    /// <summary>What the body makes of one square: [channels, rows, columns].</summary>
    public (float[] Values, int Rows, int Columns) Features(byte[] pixels)
    {
        var values = Run(pixels, 1, FeaturesOnly, out var shape);
        return (values, (int)shape[2], (int)shape[3]);
    }

    private float[] Run(byte[] pixels, int count, string[] outputs, out long[] shape)
    {
        using var input = OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, pixels.AsMemory(0, count * Side * Side * 3), [count, Side, Side, 3]);
        using var results = session.Run(Running, InputNames, [input], outputs);
        shape = results[0].GetTensorTypeAndShape().Shape;
        return results[0].GetTensorDataAsSpan<float>().ToArray();
    }

    private static SessionOptions Options() => InferenceDevice.With(new()
    {
        // Pictures share the cores: each of the pool's threads computes one alone.
        IntraOpNumThreads = 1,
        InterOpNumThreads = 1,
        ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
        GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
        LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
    });
}
