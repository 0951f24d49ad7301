using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Notable.Kernel.Scripting.Kernels;

namespace Notable.Kernel.Hosting;

/// <summary>The kernel of a language that Notable does not run: each command fails and says so.</summary>
internal sealed class UnsupportedLanguageKernel : Microsoft.DotNet.Interactive.Kernel,
    IKernelCommandHandler<SubmitCode>,
    IKernelCommandHandler<RequestValue>,
    IKernelCommandHandler<SendValue>
{
    private UnsupportedLanguageKernel(string name, string language)
        : base(name)
    {
        KernelInfo.LanguageName = language;
        KernelInfo.Description = $"Not available: {language}.";
    }

    public static void AddAll(CompositeKernel kernels)
    {
        foreach (var (name, language, aliases) in UnsupportedLanguages.All)
            kernels.Add(new UnsupportedLanguageKernel(name, language).UseValueSharing(), aliases);
    }

    Task IKernelCommandHandler<SubmitCode>.HandleAsync(SubmitCode command, KernelInvocationContext context) => Fail(command, context);

    /// <summary>Called by <c>#!share --from</c> this kernel.</summary>
    Task IKernelCommandHandler<RequestValue>.HandleAsync(RequestValue command, KernelInvocationContext context) => Fail(command, context);

    /// <summary>Called by <c>#!share</c> and <c>#!set</c> in a cell of this kernel.</summary>
    Task IKernelCommandHandler<SendValue>.HandleAsync(SendValue command, KernelInvocationContext context) => Fail(command, context);

    private Task Fail(KernelCommand command, KernelInvocationContext context)
    {
        context.Fail(command, message: UnsupportedLanguages.Sentence(Name));
        return Task.CompletedTask;
    }
}
