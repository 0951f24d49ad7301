using Google.Protobuf;
using Microsoft.ML.OnnxRuntime;
using Notable.Learning.Graphs;

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
    private readonly WeightsInPlace? inPlace;
    private readonly long bytes;

    /// <summary>Creates a session.</summary>
    /// <param name="model">The graph. Its weights may be used where they lie.</param>
    /// <param name="side">Side in pixels of the squares it takes.</param>
    /// <param name="tuning">What the session will be used for.</param>
    public NetworkSession(NetworkModel model, int side, SessionTuning tuning = SessionTuning.Throughput)
    {
        InferenceDevice.LoadRuntime();
        Side = side;
        bytes = model.Weights.Values.Sum(weights => (long)weights.Length) * sizeof(float);
        session = (tuning == SessionTuning.QuickStart && !InferenceDevice.HasCuda ? TryQuick(model, out inPlace) : null) ?? Whole(model);
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
        var values = results[0].GetTensorDataAsSpan<float>().ToArray();
        GC.KeepAlive(inPlace);
        return values;
    }

    private static InferenceSession Whole(NetworkModel model)
    {
        using var options = Options(GraphOptimizationLevel.ORT_ENABLE_ALL);
        return new(model.Graph.ToByteArray(), options);
    }

    /// <summary>A session that uses the weights where they lie; null if this graph or this machine does not allow it.</summary>
    private static InferenceSession? TryQuick(NetworkModel model, out WeightsInPlace? inPlace)
    {
        // One level below all: the last one reorders weights.
        using var options = Options(GraphOptimizationLevel.ORT_ENABLE_EXTENDED);
        // A failure is no error here: the other way is taken.
        options.LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL;
        inPlace = WeightsInPlace.TryMove(options, model);
        if (inPlace is null)
            return null;
        try
        {
            return new(model.Graph.ToByteArray(), options);
        }
        catch (OnnxRuntimeException)
        {
            // An optimization wanted to compute with the weights, as for a batch norm that is not folded: ONNX Runtime needs its own copy.
            inPlace.Dispose();
            inPlace = null;
            WeightsInPlace.Return(model);
            return null;
        }
    }

    private static SessionOptions Options(GraphOptimizationLevel level) => InferenceDevice.With(new()
    {
        // Pictures share the cores: each of the pool's threads computes one alone.
        IntraOpNumThreads = 1,
        InterOpNumThreads = 1,
        ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
        GraphOptimizationLevel = level,
        LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
    });
}
