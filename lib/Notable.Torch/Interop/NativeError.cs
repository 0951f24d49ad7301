using System.Runtime.InteropServices;

namespace Notable.Torch.Interop;

/// <summary>Turns the shim's last error of this thread into an exception.</summary>
internal static class NativeError
{
    // Shapes that the shim itself found not to fit: the same kind of error as those found in C#.
    private const int Shape = 7;

    internal static Exception Last()
    {
        var text = Marshal.PtrToStringUTF8(Native.nt_last_error(out var kind)) ?? "";
        return kind == Shape ? new ArgumentException(text) : new TorchException((TorchErrorKind)kind, text.TrimEnd());
    }

    /// <summary>Throws the last error where a native call said that it failed.</summary>
    internal static void Check(bool succeeded)
    {
        if (!succeeded) throw Last();
    }
}
