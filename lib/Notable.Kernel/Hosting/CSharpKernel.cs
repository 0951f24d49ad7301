using Microsoft.CodeAnalysis.CSharp;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using Notable.Display;
using Notable.Kernel.Language;
using Notable.Kernel.Scripting;
using Notable.Kernel.Scripting.Cells;
using Notable.Kernel.Scripting.Kernels;

namespace Notable.Kernel.Hosting;

/// <summary>The C# session as a kernel of .NET Interactive. Runs submissions and shares variables with other kernels.</summary>
internal sealed partial class CSharpKernel : Microsoft.DotNet.Interactive.Kernel,
    IKernelCommandHandler<SubmitCode>,
    IKernelCommandHandler<RequestValue>,
    IKernelCommandHandler<RequestValueInfos>,
    IKernelCommandHandler<SendValue>
{
    private readonly InteractiveSession session;
    private int count;

    public CSharpKernel(InteractiveSession session)
        : base("csharp")
    {
        this.session = session;
        KernelInfo.LanguageName = "C#";
        KernelInfo.LanguageVersion = "14.0";
        KernelInfo.DisplayName = "csharp - C# Script";
        KernelInfo.Description = "Compile and run C#.";
    }

    public InteractiveSession Session => session;

    /// <summary>Publishes an event even if its command has ended.</summary>
    public void Tell(KernelEvent published) => PublishEvent(published);

    async Task IKernelCommandHandler<SubmitCode>.HandleAsync(SubmitCode command, KernelInvocationContext context)
    {
        context.Publish(new CodeSubmissionReceived(command));
        context.Publish(SyntaxFactory.IsCompleteSubmission(ScriptSyntax.Parse(command.Code, ""))
            ? new CompleteCodeSubmissionReceived(command) : new IncompleteCodeSubmissionReceived(command));
        if (context.CancellationToken.IsCancellationRequested)
            return;
        if (HelpQuestion.Of(command.Code) is { } asked)
        {
            await HelpAsync(asked, command, context).ConfigureAwait(false);
            return;
        }
        var submission = Submission.Of(command);
        // Keeps the line numbers of the cell.
        var code = new string('\n', submission?.LineOf(command.Code) ?? 0) + command.Code;
        await RunAsync(code, submission, command, context).ConfigureAwait(false);
    }

    private async Task HelpAsync(string asked, KernelCommand command, KernelInvocationContext context)
    {
        var found = await session.Language.InspectAsync(asked, asked.Length, context.CancellationToken).ConfigureAwait(false);
        var text = found?.Text ?? $"Nothing is known about '{asked}': it has not been declared, or is spelled differently.";
        context.Publish(new ReturnValueProduced(text, command, MimeBundle.Text(text).ToFormattedValues()));
    }

    /// <summary>Runs a C# file as part of the current command.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public async Task RunFileAsync(string path, KernelInvocationContext context)
    {
        var text = (await File.ReadAllTextAsync(path, context.CancellationToken).ConfigureAwait(false)).ReplaceLineEndings("\n");
        var submission = Submission.Of(context.Command);
        await RunAsync(text, submission is null ? null : submission with { Code = text, Place = path }, context.Command, context).ConfigureAwait(false);
    }

    /// <summary>Runs a notebook as part of the current command, which continues even if the notebook fails.</summary>
    /// <returns>The error; null if it did not fail.</returns>
    public async Task<CellError?> RunScriptAsync(string path, KernelInvocationContext context) =>
        (await session.RunAsync($"#!import \"{path}\"", 0, new SubmissionTarget(this, context, context.Command)).ConfigureAwait(false)).Error;

    private async Task RunAsync(string code, Submission? submission, KernelCommand command, KernelInvocationContext context)
    {
        var number = submission?.Number ?? ++count;
        var outcome = await session.RunAsync(code, number, new SubmissionTarget(this, context, command), submission?.Code, submission?.Place).ConfigureAwait(false);
        if (outcome.Error is { } error)
            context.Fail(command, new CellFailedException(error), string.Join('\n', error.Traceback));
        else if (outcome.Value is { } value)
            context.Publish(new ReturnValueProduced(outcome.Result, command, value.ToFormattedValues()));
    }

    Task IKernelCommandHandler<RequestValueInfos>.HandleAsync(RequestValueInfos command, KernelInvocationContext context) =>
        CSharpValues.Answer(session.Variables, command, context);

    Task IKernelCommandHandler<RequestValue>.HandleAsync(RequestValue command, KernelInvocationContext context) =>
        CSharpValues.Answer(session.Variables, command, context, Name);

    async Task IKernelCommandHandler<SendValue>.HandleAsync(SendValue command, KernelInvocationContext context) =>
        await SetValueAsync(command, context, (name, value, type) => session.DeclareAsync(name, value, type)).ConfigureAwait(false);
}
