using System.Reactive.Disposables;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.DotNet.Interactive.Utility;
using Notable.Display;

namespace Notable.Kernel.Scripting;

/// <summary>
/// The process has one console, the sessions in it each want their own: once installed, what is written to
/// <see cref="Console.Out"/> and <see cref="Console.Error"/> goes to the display target of the running code, and to the
/// real console where there is none.
/// </summary>
/// <remarks>
/// .NET holds a lock while something is written to <see cref="Console.Out"/>, and so while the display target takes it. Who
/// listens to a display target and writes to the console must write to <see cref="Out"/> or <see cref="Error"/> here:
/// through <see cref="Console"/> two threads could wait for each other for ever.
/// </remarks>
public static class ConsoleRouter
{
    /// <summary>The process's own output, whatever session runs.</summary>
    public static TextWriter Out { get; } = Console.Out;

    /// <summary>The process's own error stream, whatever session runs.</summary>
    public static TextWriter Error { get; } = Console.Error;

    private static readonly Lazy<bool> alone = new(TakeOver);

    private static readonly Lazy<bool> besideThem = new(() =>
    {
        LetKernelsBegin();
        return TakeOver();
    });

    /// <summary>Installs the router, once per process.</summary>
    /// <param name="besideKernels">Whether code may use the kernels of .NET Interactive; without them its package is not loaded.</param>
    internal static void Install(bool besideKernels) => _ = (besideKernels ? besideThem : alone).Value;

    // The kernels of .NET Interactive put writers of their own in place while a command runs. One subscription that never
    // ends makes them do so once, here, before the router takes their place.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void LetKernelsBegin() => _ = ConsoleOutput.Subscribe(_ => Disposable.Empty);

    private static bool TakeOver()
    {
        Console.SetOut(new RoutedWriter(Out, OutputStream.Out));
        Console.SetError(new RoutedWriter(Error, OutputStream.Error));
        return true;
    }

    private sealed class RoutedWriter(TextWriter console, OutputStream stream) : TextWriter
    {
        [ThreadStatic]
        private static bool isRouting;

        public override Encoding Encoding => console.Encoding;

        public override void Write(char value) => Write(value.ToString());

        public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

        public override void Write(ReadOnlySpan<char> buffer) => Write(buffer.ToString());

        public override void WriteLine(string? value) => Write(value + NewLine);

        public override void Write(string? value)
        {
            // The console's own target would only come back here, and wait for the lock that this thread holds. Others may
            // write to the console in their turn: that is meant for the real one.
            if (DisplayTarget.InUse is not { } target || target == ConsoleTarget.Standard || isRouting)
            {
                console.Write(value);
                return;
            }
            isRouting = true;
            try
            {
                target.Write(stream, value ?? "");
            }
            finally
            {
                isRouting = false;
            }
        }

        public override void Flush() => console.Flush();
    }
}
