using System.Reactive.Disposables;
using System.Runtime.CompilerServices;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Notable.Display;
using Notable.Kernel.Scripting.Cells;

namespace Notable.Kernel.Scripting.Kernels;

/// <summary><c>KernelInvocationContext.Current</c> for code that does not run as a kernel command: compiled cells and widget handlers.</summary>
internal static class HostContext
{
    /// <summary>Makes a context current for this execution context until the result is disposed.</summary>
    /// <param name="kernel">The kernel for <c>Kernel.Current</c>; its parent is <c>Kernel.Root</c>.</param>
    /// <param name="target">Receives what the code displays.</param>
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

    /// <summary>Makes the C# kernel of a session current. Not inlined, so that sessions without kernels run without the package.</summary>
    /// <inheritdoc cref="Use(Microsoft.DotNet.Interactive.Kernel, IDisplayTarget)"/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static IDisposable Use(SessionState session, IDisplayTarget target) => Use(CSharpOf(session), target);

    /// <summary>Returns a session's C# kernel.</summary>
    public static Microsoft.DotNet.Interactive.Kernel CSharpOf(SessionState session) => SessionKernels.Of(session).ChildKernels.First(kernel => kernel.Name == "csharp");

    // The package version is pinned and its repository is archived, so the setter will not change.
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_HandlingKernel")]
    private static extern void SetHandlingKernel(KernelInvocationContext context, Microsoft.DotNet.Interactive.Kernel kernel);
}
