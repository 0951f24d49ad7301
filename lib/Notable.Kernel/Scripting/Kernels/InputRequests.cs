using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using Notable.Kernel.Input;

namespace Notable.Kernel.Scripting.Kernels;

/// <summary>Answers requests for input by asking the person at the front end: <c>GetInputAsync</c>, <c>GetPasswordAsync</c>, <c>@input</c>.</summary>
internal static class InputRequests
{
    public static void AddTo(CompositeKernel root)
    {
        root.RegisterCommandHandler<RequestInput>((command, context) =>
        {
            if (Ask.InUse is { } questions)
                context.Publish(new InputProduced(questions.Ask(command.Prompt ?? "", command.IsPassword), command));
            else
                context.Fail(command, message: Ask.Nobody);
            return Task.CompletedTask;
        });
        root.SetDefaultTargetKernelNameForCommand(typeof(RequestInput), root.Name);
    }
}
