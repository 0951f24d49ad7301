using Microsoft.CodeAnalysis.Scripting;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;
using Microsoft.DotNet.Interactive.ValueSharing;
using Notable.Display;

namespace Notable.Kernel.Scripting.Kernels;

/// <summary>Answers other kernels' requests for C# variables.</summary>
internal static class CSharpValues
{
    public static Task Answer(IEnumerable<ScriptVariable> variables, RequestValueInfos command, KernelInvocationContext context)
    {
        context.Publish(new ValueInfosProduced(
            [.. variables.Select(variable => new KernelValueInfo(
                variable.Name, new FormattedValue(command.MimeType ?? MimeTypes.Text, MimeBundle.Of(variable.Value).PlainText), variable.Type))],
            command));
        return Task.CompletedTask;
    }

    public static Task Answer(IEnumerable<ScriptVariable> variables, RequestValue command, KernelInvocationContext context, string kernel)
    {
        if (variables.FirstOrDefault(variable => variable.Name == command.Name) is { } found)
            context.Publish(new ValueProduced(found.Value, command.Name, new FormattedValue(command.MimeType, found.Value.ToDisplayString(command.MimeType)), command));
        else
            context.Fail(command, message: $"There is no variable '{command.Name}' in {kernel}. #!who lists all variables.");
        return Task.CompletedTask;
    }
}
