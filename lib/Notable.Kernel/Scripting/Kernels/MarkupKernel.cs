using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using Notable.Display;

namespace Notable.Kernel.Scripting.Kernels;

/// <summary>Shows text that front ends render: Markdown, Mermaid diagrams, HTML, scripts.</summary>
internal sealed class MarkupKernel : Microsoft.DotNet.Interactive.Kernel, IKernelCommandHandler<SubmitCode>
{
    private readonly Markup markup;

    public MarkupKernel(Markup markup)
        : base(markup.Name)
    {
        this.markup = markup;
        KernelInfo.LanguageName = markup.Language;
        KernelInfo.Description = $"Show {markup.Language}.";
    }

    Task IKernelCommandHandler<SubmitCode>.HandleAsync(SubmitCode command, KernelInvocationContext context)
    {
        var bundle = markup.Show(command.Code);
        context.Publish(new DisplayedValueProduced(bundle, command, bundle.ToFormattedValues(), Guid.NewGuid().ToString("n")));
        return Task.CompletedTask;
    }
}
