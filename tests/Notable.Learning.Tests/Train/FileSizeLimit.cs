using System.Runtime.InteropServices;

namespace Notable.Learning.Tests.Train;

/// <summary>
/// Lets this process write no file beyond a size until it is disposed: a write past it fails as on a full disk. For tests that run
/// alone.
/// </summary>
internal sealed partial class FileSizeLimit : IDisposable
{
    private const int Resource = 1;             // RLIMIT_FSIZE
    private const PosixSignal TooLarge = (PosixSignal)25;   // SIGXFSZ, which would end the process

    // Kept for good: .NET handles a signal some time after it came, and would end the process if nobody were registered then.
    private static readonly PosixSignalRegistration Survival = PosixSignalRegistration.Create(TooLarge, context => context.Cancel = true);
    private readonly Limit before;

    private FileSizeLimit(ulong bytes)
    {
        GC.KeepAlive(Survival);
        Assert.Equal(0, Get(Resource, out before));
        Assert.Equal(0, Set(Resource, before with { Soft = bytes }));
    }

    public static FileSizeLimit Of(ulong bytes) => new(bytes);

    public void Dispose() => Assert.Equal(0, Set(Resource, before));

    private record struct Limit(ulong Soft, ulong Hard);

    [LibraryImport("libc", EntryPoint = "getrlimit")]
    private static partial int Get(int resource, out Limit limit);

    [LibraryImport("libc", EntryPoint = "setrlimit")]
    private static partial int Set(int resource, in Limit limit);
}
