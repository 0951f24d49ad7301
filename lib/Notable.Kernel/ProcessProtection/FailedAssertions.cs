using System.Diagnostics;

namespace Notable.Kernel.ProcessProtection;

/// <summary>
/// Turns failed <see cref="Debug.Assert(bool)"/> and <see cref="Trace.Assert(bool)"/> in cells and packages into exceptions. By default they end
/// the process.
/// </summary>
internal sealed class FailedAssertions : TraceListener
{
    /// <summary>Replaces the default listener, unless the program has removed it.</summary>
    public static void Install()
    {
        var listeners = Trace.Listeners;
        for (var i = 0; i < listeners.Count; i++)
        {
            if (listeners[i] is DefaultTraceListener { AssertUiEnabled: true } standard)
            {
                // The default listener still passes text to a debugger.
                standard.AssertUiEnabled = false;
                listeners.Insert(i + 1, new FailedAssertions());
                return;
            }
        }
    }

    public override void Fail(string? message) => Fail(message, null);

    public override void Fail(string? message, string? detailMessage)
    {
        var text = string.Join(' ', new[] { message, detailMessage }.Where(part => !string.IsNullOrEmpty(part)));
        throw new InvalidOperationException(text.Length == 0 ? "An assertion failed." : $"An assertion failed: {text}");
    }

    public override void Write(string? message)
    {
    }

    public override void WriteLine(string? message)
    {
    }
}
