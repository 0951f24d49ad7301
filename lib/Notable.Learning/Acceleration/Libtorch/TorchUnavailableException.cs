using TorchSharp;

namespace Notable.Learning.Acceleration;

/// <summary>TorchSharp could not load libtorch. The message says which package to add; the inner exception lists every path that was tried.</summary>
/// <param name="inner">What TorchSharp or the system reported.</param>
public sealed class TorchUnavailableException(Exception inner) : DllNotFoundException(Describe(inner), inner)
{
    private static string Describe(Exception inner)
    {
        for (var cause = inner; cause is not null; cause = cause.InnerException)
            if (cause is PlatformNotSupportedException)
                return cause.Message;
        var version = typeof(torch).Assembly.GetName().Version?.ToString(3);
        return $"libtorch could not be loaded. Add the package TorchSharp-cpu {version} (for an NVIDIA GPU TorchSharp-cuda-linux or TorchSharp-cuda-windows), "
            + $"of the same version as TorchSharp. In a notebook: #r \"nuget: TorchSharp-cpu, {version}\". The system reported: {Reason(inner)}";
    }

    // The message lists every path that was tried. Its first line says what is missing, the last one why.
    private static string Reason(Exception error)
    {
        while (error.InnerException is { } inner)
            error = inner;
        string[] lines = [.. error.Message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        if (error is not DllNotFoundException || lines.Length < 2)
            return lines[0];
        var hint = lines[0].IndexOf(" In order to help diagnose", StringComparison.Ordinal);
        return $"{(hint < 0 ? lines[0] : lines[0][..hint])} {lines[^1]}";
    }
}
