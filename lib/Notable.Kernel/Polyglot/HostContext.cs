using System.Reactive.Disposables;
using System.Runtime.CompilerServices;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Notable.Display;
using Notable.Kernel.Scripting;

namespace Notable.Kernel.Polyglot;

/// <summary><c>KernelInvocationContext.Current</c> for code that no kernel was sent: compiled cells, handlers of widgets.</summary>
internal static class HostContext
{
    /// <summary>Makes one current for this flow of execution until the result is disposed.</summary>
    /// <param name="kernel">What is <c>Kernel.Current</c>; the one above it is <c>Kernel.Root</c>.</param>
    /// <param name="target">Takes what is displayed by it.</param>
    public static IDisposable Use(Microsoft.DotNet.Interactive.Kernel kernel, IDisplayTarget target)
    {
        var context = KernelInvocationContext.GetOrCreateAmbientContext(new SubmitCode(""));
        SetHandlingKernel(context, kernel);
        var events = context.KernelEvents.Subscribe(published => SubmissionOutput.Show(published, target));
        return Disposable.Create(() =>
        {
            context.Dispose();
            events.Dispose();
        });
    }

    /// <summary>Makes the C# kernel of a session's current. Not inlined: sessions that need no kernels run without the package.</summary>
    /// <inheritdoc cref="Use(Microsoft.DotNet.Interactive.Kernel, IDisplayTarget)"/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static IDisposable Use(SessionState session, IDisplayTarget target) => Use(CSharpOf(session), target);

    /// <summary>The kernel for C# among a session's.</summary>
    public static Microsoft.DotNet.Interactive.Kernel CSharpOf(SessionState session) => session.Kernels.ChildKernels.First(kernel => kernel.Name == "csharp");

    // The package is pinned and its repository archived: the setter stays.
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_HandlingKernel")]
    private static extern void SetHandlingKernel(KernelInvocationContext context, Microsoft.DotNet.Interactive.Kernel kernel);
}
