namespace Notable.Learning;

/// <summary>What a session is tuned for.</summary>
internal enum SessionTuning
{
    /// <summary>Many pictures: ONNX Runtime reorders the weights for the processor, which takes time and a second copy of them.</summary>
    Throughput,

    /// <summary>A few pictures: starts at once and uses the weights where they lie. A picture takes about a sixth longer.</summary>
    QuickStart,
}
