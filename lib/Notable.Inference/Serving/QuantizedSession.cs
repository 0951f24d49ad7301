using System.Diagnostics;
using System.Runtime.Intrinsics.X86;
using Notable.Learning.Graphs;

namespace Notable.Learning;

/// <summary>Starts a network with 8-bit integers if it is faster on this machine.</summary>
internal static class QuantizedSession
{
    // Two sessions take memory and two answers for some pictures, so a small gain does not pay.
    private const double MostOfTheTime = 0.8;
    private const int Runs = 3, Leaf = 7, Avx512VnniBit = 1 << 11;

    /// <summary>
    /// Whether the processor sums products of 8-bit integers in 32 bits (AVX-VNNI or AVX512-VNNI). On others ONNX Runtime sums pairs in 16
    /// bits, which can overflow.
    /// </summary>
    public static bool IsExact { get; } =
        AvxVnni.IsSupported || (Avx512F.IsSupported && (X86Base.CpuId(Leaf, 0).Ecx & Avx512VnniBit) != 0);

    /// <summary>Returns a session with integers; null if the model has none or float32 is about as fast here.</summary>
    /// <param name="network">The network.</param>
    /// <param name="whole">Its session in float32.</param>
    /// <param name="measures">Whether to measure which is faster; if not, integers are.</param>
    public static NetworkSession? TryStart(ModelNetwork network, NetworkSession whole, bool measures)
    {
        if (network.Card.Quantization is not { } quantization || !IsExact || InferenceDevice.HasCuda)
            return null;
        var quantized = new NetworkSession(QuantizedGraph.Of(network.Graph, quantization), whole.Side);
        // The instructions say what is right, not what is fast.
        return !measures || Fastest(quantized) < MostOfTheTime * Fastest(whole) ? quantized : null;
    }

    private static TimeSpan Fastest(NetworkSession session)
    {
        var pixels = new byte[session.Side * session.Side * 3];
        return Enumerable.Range(0, Runs).Min(_ =>
        {
            var started = Stopwatch.GetTimestamp();
            session.Logits(pixels, 1);
            return Stopwatch.GetElapsedTime(started);
        });
    }
}
