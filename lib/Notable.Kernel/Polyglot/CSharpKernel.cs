using Microsoft.CodeAnalysis.CSharp;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using Notable.Display;
using Notable.Kernel.Language;
using Notable.Kernel.Scripting;

namespace Notable.Kernel.Polyglot;

/// <summary>This library's C# as a kernel of .NET Interactive: runs submissions and shares variables with the kernels beside it.</summary>
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

    /// <summary>Publishes an event whose command may have ended.</summary>
    public void Tell(KernelEvent published) => PublishEvent(published);

    async Task IKernelCommandHandler<SubmitCode>.HandleAsync(SubmitCode command, KernelInvocationContext context)
    {
        context.Publish(new CodeSubmissionReceived(command));
        context.Publish(SyntaxFactory.IsCompleteSubmission(ScriptCompiler.Parse(command.Code, ""))
            ? new CompleteCodeSubmissionReceived(command) : new IncompleteCodeSubmissionReceived(command));
        if (context.CancellationToken.IsCancellationRequested)
            return;
        if (HelpQuestion.Of(command.Code) is { } asked)
        {
            await HelpAsync(asked, command, context).ConfigureAwait(false);
            return;
        }
        var submission = Submission.Of(command);
        // Lines keep the numbers that they have in the cell.
        var code = new string('\n', submission?.LineOf(command.Code) ?? 0) + command.Code;
        await RunAsync(code, submission, command, context).ConfigureAwait(false);
    }

    private async Task HelpAsync(string asked, KernelCommand command, KernelInvocationContext context)
    {
        var found = await session.Language.InspectAsync(asked, asked.Length, context.CancellationToken).ConfigureAwait(false);
        var text = found?.Text ?? $"Nothing is known of '{asked}': it has not been declared, or is spelled otherwise.";
        context.Publish(new ReturnValueProduced(text, command, MimeBundle.Text(text).ToFormattedValues()));
    }

    /// <summary>Runs a file of C# as part of the command that is under way.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public async Task RunFileAsync(string path, KernelInvocationContext context)
    {
        var text = (await File.ReadAllTextAsync(path, context.CancellationToken).ConfigureAwait(false)).ReplaceLineEndings("\n");
        var submission = Submission.Of(context.Command);
        await RunAsync(text, submission is null ? null : submission with { Code = text, Place = path }, context.Command, context).ConfigureAwait(false);
    }

    /// <summary>Runs a notebook as part of the command that is under way, which does not fail with it.</summary>
    /// <returns>Why it failed; null if it did not.</returns>
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

    Task IKernelCommandHandler<RequestValueInfos>.HandleAsync(RequestValueInfos command, KernelInvocationContext context)
    {
        context.Publish(new ValueInfosProduced([.. CSharpValues.Describe(session.Variables, command)], command));
        return Task.CompletedTask;
    }

    Task IKernelCommandHandler<RequestValue>.HandleAsync(RequestValue command, KernelInvocationContext context)
    {
        CSharpValues.Answer(session.Variables, command, context, Name);
        return Task.CompletedTask;
    }

    async Task IKernelCommandHandler<SendValue>.HandleAsync(SendValue command, KernelInvocationContext context) =>
        await SetValueAsync(command, context, (name, value, type) => session.DeclareAsync(name, value, type)).ConfigureAwait(false);
}
