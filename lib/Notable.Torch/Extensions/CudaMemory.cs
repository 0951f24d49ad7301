namespace Notable.Torch;

/// <summary>The memory of one GPU.</summary>
/// <param name="AllocatedBytes">What tensors take now.</param>
/// <param name="PeakBytes">The most they took since the start or the last <see cref="Cuda.ResetPeak"/>.</param>
/// <param name="ReservedBytes">What libtorch holds from the driver, free blocks for later tensors included.</param>
public readonly record struct CudaMemory(long AllocatedBytes, long PeakBytes, long ReservedBytes);
