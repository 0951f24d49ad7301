using System.Diagnostics;

namespace Notable.Kernel.Interrupting;

/// <summary>
/// Failed <see cref="Debug.Assert(bool)"/> and <see cref="Trace.Assert(bool)"/> of cells and of packages throw an exception. By default they end
/// the process.
/// </summary>
internal sealed class FailedAssertions : TraceListener
{
    /// <summary>Takes the place of the default listener, unless the program has removed that one.</summary>
    public static void Install()
    {
        var listeners = Trace.Listeners;
        for (var i = 0; i < listeners.Count; i++)
        {
            if (listeners[i] is DefaultTraceListener { AssertUiEnabled: true } standard)
            {
                // It still passes text on to a debugger.
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
