using System.Runtime.InteropServices;

namespace Notable.Torch;

/// <summary>What kind of failure libtorch reported.</summary>
public enum TorchErrorKind
{
    /// <summary>Anything not named below: mostly shapes or types that an operation does not take.</summary>
    Other = 1,
    /// <summary>An index lies outside its dimension.</summary>
    Index = 2,
    /// <summary>An argument has a value that the operation does not take.</summary>
    Value = 3,
    /// <summary>An argument has a type that the operation does not take.</summary>
    Type = 4,
    /// <summary>The operation does not exist for this type or device.</summary>
    NotImplemented = 5,
    /// <summary>Host or device memory ran out.</summary>
    OutOfMemory = 6,
}

/// <summary>
/// An error that libtorch itself reported, with its message (without the C++ stack). Derives from the type TorchSharp throws.
/// </summary>
public sealed class TorchException(TorchErrorKind kind, string message) : ExternalException(message)
{
    /// <summary>What kind of failure it was.</summary>
    public TorchErrorKind Kind { get; } = kind;
}

/// <summary>The native half could not be loaded. The message lists every path tried, why it failed and what to install.</summary>
public sealed class TorchLoadException(string message) : DllNotFoundException(message);
