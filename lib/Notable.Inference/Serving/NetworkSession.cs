using Google.Protobuf;
using Microsoft.ML.OnnxRuntime;
using Notable.Learning.Graphs;

namespace Notable.Learning;

/// <summary>
/// A network in ONNX Runtime: one per model and process, shared by all threads. The native memory is freed by the garbage collector, so a
/// replaced model is freed when its last user is gone.
/// </summary>
internal sealed class NetworkSession
{
    private static readonly string[] InputNames = [NetworkGraph.Pixels], LogitsOnly = [NetworkGraph.Logits], FeaturesOnly = [NetworkGraph.Features];
    private static readonly RunOptions Running = new();
    private readonly InferenceSession session;
    private readonly WeightsInPlace? inPlace;
    private readonly long bytes;

    /// <summary>Creates a session.</summary>
    /// <param name="model">The graph. Its weights may be used in place.</param>
    /// <param name="side">Side of the input squares in pixels.</param>
    /// <param name="tuning">What to optimize the session for.</param>
    public NetworkSession(NetworkModel model, int side, SessionTuning tuning = SessionTuning.Throughput)
    {
        InferenceDevice.LoadRuntime();
        Side = side;
        bytes = model.Graph.Graph.Initializer.Sum(constant => (long)constant.RawData.Length);
        session = (tuning == SessionTuning.QuickStart && !InferenceDevice.HasCuda ? TryQuick(model, out inPlace) : null) ?? Whole(model);
        GC.AddMemoryPressure(bytes);
    }

    ~NetworkSession() => GC.RemoveMemoryPressure(bytes);

    /// <summary>Side of the input squares in pixels.</summary>
    public int Side { get; }

    /// <summary>Returns the logits [n][answers] of n squares.</summary>
    /// <param name="pixels">n squares of [side, side, 3] uint8, concatenated.</param>
    /// <param name="count">n.</param>
    public float[][] Logits(byte[] pixels, int count)
    {
        var values = Run(pixels, count, LogitsOnly, out var shape);
        return [.. values.Chunk((int)shape[1])];
    }

    /// <summary>Returns the body's features of one square: [channels, rows, columns].</summary>
    public (float[] Values, int Rows, int Columns) Features(byte[] pixels)
    {
        var values = Run(pixels, 1, FeaturesOnly, out var shape);
        return (values, (int)shape[2], (int)shape[3]);
    }

    /// <summary>Passes each of the named values for one square to <paramref name="read"/>, with its place among the names.</summary>
    public void Inspect(byte[] pixels, IReadOnlyCollection<string> names, Action<int, ReadOnlySpan<float>> read)
    {
        using var input = Input(pixels, 1);
        using var results = session.Run(Running, InputNames, [input], names);
        for (var i = 0; i < results.Count; i++)
            read(i, results[i].GetTensorDataAsSpan<float>());
    }

    private OrtValue Input(byte[] pixels, int count) =>
        OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, pixels.AsMemory(0, count * Side * Side * 3), [count, Side, Side, 3]);

    private float[] Run(byte[] pixels, int count, string[] outputs, out long[] shape)
    {
        using var input = Input(pixels, count);
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

    /// <summary>Creates a session that uses the weights in place; null if the graph or the machine does not allow it.</summary>
    private static InferenceSession? TryQuick(NetworkModel model, out WeightsInPlace? inPlace)
    {
        // One level below the highest, which reorders weights.
        using var options = Options(GraphOptimizationLevel.ORT_ENABLE_EXTENDED);
        // A failure is expected here and not logged: the caller falls back.
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
            // An optimization needs to compute with the weights, for example for a batch-norm that is not folded, so ONNX Runtime needs its
            // own copy.
            inPlace.Dispose();
            inPlace = null;
            WeightsInPlace.Return(model);
            return null;
        }
    }

    private static SessionOptions Options(GraphOptimizationLevel level) => InferenceDevice.With(new()
    {
        // One thread per picture: the pool's threads share the cores.
        IntraOpNumThreads = 1,
        InterOpNumThreads = 1,
        ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
        GraphOptimizationLevel = level,
        LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
    });
}
