using Microsoft.CodeAnalysis.Text;
using LinePositionSpan = Microsoft.DotNet.Interactive.LinePositionSpan;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;
using Notable.Display;

namespace Notable.Kernel.Hosting;

/// <content>Editor services for a cell that is being written.</content>
internal sealed partial class CSharpKernel :
    IKernelCommandHandler<RequestCompletions>,
    IKernelCommandHandler<RequestHoverText>,
    IKernelCommandHandler<RequestSignatureHelp>,
    IKernelCommandHandler<RequestDiagnostics>
{
    async Task IKernelCommandHandler<RequestCompletions>.HandleAsync(RequestCompletions command, KernelInvocationContext context)
    {
        var found = await session.Language.CompleteAsync(command.Code, Position(command), context.CancellationToken).ConfigureAwait(false);
        var items = found.Items.Select(item => new CompletionItem(item.Text, item.Kind, sortText: item.Text, insertText: item.Text, documentation: item.Signature));
        context.Publish(new CompletionsProduced([.. items], command, Span(command.Code, found.Start, found.End)));
    }

    async Task IKernelCommandHandler<RequestHoverText>.HandleAsync(RequestHoverText command, KernelInvocationContext context)
    {
        var at = Position(command);
        if (await session.Language.InspectAsync(command.Code, at, context.CancellationToken).ConfigureAwait(false) is { } found)
            context.Publish(new HoverTextProduced(command, [new FormattedValue(MimeTypes.Text, found.Text)], Span(command.Code, at, at)));
    }

    async Task IKernelCommandHandler<RequestSignatureHelp>.HandleAsync(RequestSignatureHelp command, KernelInvocationContext context)
    {
        if (await session.Language.SignaturesAsync(command.Code, Position(command), context.CancellationToken).ConfigureAwait(false) is not { } help)
            return;
        var signatures = help.All.Select(one => new SignatureInformation(one.Label, new FormattedValue(MimeTypes.Text, one.Documentation),
            [.. one.Parameters.Select(parameter => new ParameterInformation(parameter, new FormattedValue(MimeTypes.Text, "")))]));
        context.Publish(new SignatureHelpProduced(command, [.. signatures], help.Active, help.Parameter));
    }

    async Task IKernelCommandHandler<RequestDiagnostics>.HandleAsync(RequestDiagnostics command, KernelInvocationContext context)
    {
        var found = await session.Language.DiagnoseAsync(command.Code, context.CancellationToken).ConfigureAwait(false);
        context.Publish(new DiagnosticsProduced(
            [.. found.Select(Diagnostic.FromCodeAnalysisDiagnostic)], [.. found.Select(one => new FormattedValue(MimeTypes.Text, one.ToString()))], command));
    }

    private static int Position(LanguageServiceCommand command)
    {
        var lines = SourceText.From(command.Code).Lines;
        var line = lines[Math.Clamp(command.LinePosition.Line, 0, lines.Count - 1)];
        return Math.Min(line.Start + command.LinePosition.Character, line.End);
    }

    private static LinePositionSpan Span(string code, int start, int end)
    {
        var lines = SourceText.From(code).Lines;
        return LinePositionSpan.FromCodeAnalysisLinePositionSpan(new(lines.GetLinePosition(start), lines.GetLinePosition(end)));
    }
}
