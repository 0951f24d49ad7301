using System.Globalization;
using System.Runtime.InteropServices;
using Google.Protobuf;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Notable.Learning.Graphs;
using Onnx;

namespace Notable.Learning;

/// <summary>
/// Passes a graph's weights to ONNX Runtime without a copy. In the graph they refer to an external file, and
/// <see cref="SessionOptions.AddInitializer"/> replaces each of them before that file is read. ONNX Runtime requires the file to exist, so the
/// graph names this program, at an offset far beyond its end: if a weight were read anyway, creating the session would fail instead of using
/// wrong numbers.
/// </summary>
internal sealed class WeightsInPlace : IDisposable
{
    private const string FolderKey = "session.model_external_initializers_file_folder_path";
    private const long BehindEveryFile = 1L << 50;

    /// <summary>Smaller weights stay in the graph, because optimizations inspect them.</summary>
    private const int FewestElements = 4096;

    private readonly List<OrtValue> values = [];

    // Pinned arrays, with the lifetime of this object.
    private readonly List<float[]> arrays = [];

    private WeightsInPlace(SessionOptions options, NetworkModel model, string file)
    {
        options.AddSessionConfigEntry(FolderKey, Path.GetDirectoryName(file));
        foreach (var tensor in model.Graph.Graph.Initializer)
            if (model.Weights.TryGetValue(tensor.Name, out var weights) && weights.Length >= FewestElements)
            {
                MoveOut(tensor, Path.GetFileName(file), weights.Length * sizeof(float));
                var value = OrtValue.CreateTensorValueWithData(OrtMemoryInfo.DefaultInstance, TensorElementType.Float, [.. tensor.Dims],
                    Marshal.UnsafeAddrOfPinnedArrayElement(weights, 0), weights.Length * sizeof(float));
                values.Add(value);
                arrays.Add(weights);
                options.AddInitializer(tensor.Name, value);
            }
    }

    /// <summary>
    /// Moves the weights out of <paramref name="model"/>'s graph into <paramref name="options"/>; null if that is not possible here.
    /// </summary>
    /// <returns>The weights, which must be kept as long as the session.</returns>
    public static WeightsInPlace? TryMove(SessionOptions options, NetworkModel model)
    {
        if (Environment.ProcessPath is not { } program)
            return null;
        // ONNX Runtime refuses a link to outside the folder.
        var file = File.ResolveLinkTarget(program, returnFinalTarget: true)?.FullName ?? program;
        return File.Exists(file) ? new(options, model, file) : null;
    }

    /// <summary>Moves the weights back into the graph.</summary>
    public static void Return(NetworkModel model)
    {
        foreach (var tensor in model.Graph.Graph.Initializer)
            if (tensor.ExternalData.Count > 0)
            {
                tensor.ExternalData.Clear();
                tensor.DataLocation = TensorProto.Types.DataLocation.Default;
                tensor.RawData = UnsafeByteOperations.UnsafeWrap(new ArrayBytes<float>(model.Weights[tensor.Name]).Memory);
            }
    }

    public void Dispose() => values.ForEach(value => value.Dispose());

    private static void MoveOut(TensorProto tensor, string file, int bytes)
    {
        tensor.RawData = ByteString.Empty;
        tensor.DataLocation = TensorProto.Types.DataLocation.External;
        foreach (var (key, value) in ((string, string)[])[("location", file), ("offset", Text(BehindEveryFile)), ("length", Text(bytes))])
            tensor.ExternalData.Add(new StringStringEntryProto { Key = key, Value = value });

        static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
    }
}
