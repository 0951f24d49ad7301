namespace Notable.Learning;

/// <summary>What a session is optimized for.</summary>
internal enum SessionTuning
{
    /// <summary>Many pictures: ONNX Runtime reorders the weights for the processor, which takes time and a second copy of them.</summary>
    Throughput,

    /// <summary>A few pictures: starts at once and uses the weights in place. Each picture takes about 17 % longer.</summary>
    QuickStart,
}
