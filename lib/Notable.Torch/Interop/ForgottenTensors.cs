namespace Notable.Torch.Interop;

/// <summary>
/// Runs the garbage collector when tensors hold more memory than ever before by a good measure: some may only be waiting for it.
/// GC.AddMemoryPressure is no help: it collects for disposed tensors too, 180 times in 3000 results of 4.8 MB.
/// </summary>
internal static class ForgottenTensors
{
    private const long Growth = 512L * 1024 * 1024;

    private static readonly Lock Gate = new();
    private static long limit = Growth;

    internal static long Limit => Volatile.Read(ref limit);

    internal static void Free()
    {
        if (!Gate.TryEnter()) return;
        try
        {
            if (TensorMemory.LiveBytes <= Limit) return;
            GC.Collect();
            // On another thread and not for ever: a finalizer may wait for a lock that the caller holds.
            Task.Run(GC.WaitForPendingFinalizers).Wait(TimeSpan.FromSeconds(1));
            // What is left is in use: the next look is due when it has grown by half, so that growing takes few looks.
            var used = TensorMemory.LiveBytes;
            Volatile.Write(ref limit, Math.Max(Limit, used + Math.Max(Growth, used / 2)));
        }
        finally
        {
            Gate.Exit();
        }
    }
}
