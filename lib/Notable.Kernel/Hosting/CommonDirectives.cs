using System.Diagnostics;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Directives;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;
using Notable.Display;
using Notable.Kernel.Scripting.Magics;

namespace Notable.Kernel.Hosting;

/// <summary>Magic commands that all kernels of a notebook share.</summary>
internal static class CommonDirectives
{
    public static void AddTo(CompositeKernel root)
    {
        root.AddDirective(new KernelActionDirective("#!about") { Description = "says which kernel this is" }, (_, context) => Show(context, About.Describe()));
        root.AddDirective(new KernelActionDirective("#!lsmagic") { Description = "lists the magic commands" }, (_, context) => Show(context, List(root)));
        root.AddDirective(new KernelActionDirective("#!time") { Description = "says how long the rest of the cell takes" }, Time);
        root.AddDirective<ImportDocument>(
            new KernelActionDirective("#!import")
            {
                Description = "runs the code cells of another notebook, or a file of C#, as if they stood here",
                Parameters = { new KernelDirectiveParameter("--file") { AllowImplicitName = true, Required = true, TypeHint = "file" } },
            },
            (command, context) => Importing.RunAsync(root, command.FilePath, context));
    }

    private static MimeBundle List(CompositeKernel root) => MagicList.Describe(root.ChildKernels.Prepend<Microsoft.DotNet.Interactive.Kernel>(root)
        .SelectMany(kernel => kernel.KernelInfo.SupportedDirectives).Where(directive => !directive.Hidden).DistinctBy(directive => directive.Name)
        .OrderBy(directive => directive.Name, StringComparer.Ordinal)
        .Select(directive => (directive.Name, directive.Description ?? "")));

    private static Task Time(KernelCommand command, KernelInvocationContext context)
    {
        var start = Stopwatch.GetTimestamp();
        context.OnComplete(ended => ended.Publish(new DisplayedValueProduced(
            null, context.Command, [new FormattedValue(MimeTypes.Text, TimedPart.Describe(Stopwatch.GetElapsedTime(start)))])));
        return Task.CompletedTask;
    }

    private static Task Show(KernelInvocationContext context, object value)
    {
        var bundle = value as MimeBundle ?? MimeBundle.Of(value);
        context.Publish(new DisplayedValueProduced(bundle, context.Command, bundle.ToFormattedValues(), Guid.NewGuid().ToString("n")));
        return Task.CompletedTask;
    }
}
