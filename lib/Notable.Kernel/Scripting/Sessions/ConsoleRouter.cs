using System.Reactive.Disposables;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.DotNet.Interactive.Utility;
using Notable.Display;

namespace Notable.Kernel.Scripting;

/// <summary>
/// Routes console output to sessions. Once installed, what is written to <see cref="Console.Out"/> and <see cref="Console.Error"/>
/// goes to the display target of the running code, or to the process's console if there is none.
/// </summary>
/// <remarks>
/// .NET holds a lock while text is written to <see cref="Console.Out"/>, and therefore while the display target receives it. Code that
/// listens to a display target and writes to the console must use <see cref="Out"/> or <see cref="Error"/> here:
/// with <see cref="Console"/>, two threads could deadlock.
/// </remarks>
public static class ConsoleRouter
{
    /// <summary>The standard output of the process, regardless of the session that runs.</summary>
    public static TextWriter Out { get; } = Console.Out;

    /// <summary>The error stream of the process, regardless of the session that runs.</summary>
    public static TextWriter Error { get; } = Console.Error;

    private static readonly Lazy<bool> alone = new(TakeOver);

    private static readonly Lazy<bool> besideThem = new(() =>
    {
        LetKernelsStart();
        return TakeOver();
    });

    /// <summary>Installs the router, once per process.</summary>
    /// <param name="besideKernels">Whether code may use the kernels of .NET Interactive; without them its package is not loaded.</param>
    internal static void Install(bool besideKernels) => _ = (besideKernels ? besideThem : alone).Value;

    // The kernels of .NET Interactive replace the console's writers while a command runs. A subscription that never ends makes
    // them do so once, here, before the router replaces theirs.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void LetKernelsStart() => _ = ConsoleOutput.Subscribe(_ => Disposable.Empty);

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
            // The console's own target would call back here and wait for the lock that this thread holds. Text that other targets
            // write to the console meanwhile belongs to the process's console.
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
