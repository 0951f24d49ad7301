using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;
using Microsoft.DotNet.Interactive.ValueSharing;
using Notable.Display;
using Notable.Kernel.Scripting.Cells;

namespace Notable.Kernel.Scripting.Kernels;

/// <summary>
/// The kernels of a session whose cells were compiled before the first ran: for shared values and for code that uses
/// <c>Kernel.Root</c>. Created only for sessions that need them, since each costs a thread.
/// </summary>
internal static class SessionKernels
{
    /// <summary>Returns the kernels of a session, which are created at the first call.</summary>
    public static CompositeKernel Of(SessionState session) => (CompositeKernel)(session.Kernels ??= Create(session));

    private static CompositeKernel Create(SessionState session)
    {
        var root = new CompositeKernel("notable") { DefaultKernelName = "csharp" };
        root.Add(new ValuesKernel(session).UseWho().UseValueSharing(), ["c#", "C#"]);
        foreach (var markup in Markup.All)
            root.Add(new MarkupKernel(markup));
        root.Add(new KeyValueStoreKernel().UseWho());
        InputRequests.AddTo(root);
        return root;
    }

    /// <summary>Runs a directive of a cell.</summary>
    /// <exception cref="CellFailedException">The directive failed.</exception>
    public static async Task RunAsync(SessionState session, string source)
    {
        var output = new SubmissionOutput(DisplayTarget.Current);
        var result = await Of(session).SendAsync(new SubmitCode(source)).ConfigureAwait(false);
        foreach (var published in result.Events)
            output.Take(published);
        if (result.Events.OfType<CommandFailed>().LastOrDefault() is { } failed)
        {
            var error = KernelErrors.Of(failed, wasStopped: false);
            throw new CellFailedException(error, failed.Exception);
        }
        if (output.TakeErrors() is { Length: > 0 } errors)
            throw new CellFailedException(new CellError("CommandFailed", errors.Split('\n')[0], errors.Split('\n')));
    }

    /// <summary>Reads and sets the session's variables, which the compiled cells declare.</summary>
    private sealed class ValuesKernel : Microsoft.DotNet.Interactive.Kernel,
        IKernelCommandHandler<SubmitCode>, IKernelCommandHandler<RequestValue>, IKernelCommandHandler<RequestValueInfos>, IKernelCommandHandler<SendValue>
    {
        private readonly SessionState session;

        public ValuesKernel(SessionState session)
            : base("csharp")
        {
            this.session = session;
            KernelInfo.LanguageName = "C#";
        }

        Task IKernelCommandHandler<SubmitCode>.HandleAsync(SubmitCode command, KernelInvocationContext context)
        {
            if (!string.IsNullOrWhiteSpace(command.Code))
                context.Fail(command, message: "C# cannot be sent here: the cells of this notebook were compiled before the first ran. Open it in a notebook editor.");
            return Task.CompletedTask;
        }

        Task IKernelCommandHandler<RequestValueInfos>.HandleAsync(RequestValueInfos command, KernelInvocationContext context) =>
            CSharpValues.Answer(session.Variables, command, context);

        Task IKernelCommandHandler<RequestValue>.HandleAsync(RequestValue command, KernelInvocationContext context) =>
            CSharpValues.Answer(session.Variables, command, context, Name);

        Task IKernelCommandHandler<SendValue>.HandleAsync(SendValue command, KernelInvocationContext context) =>
            SetValueAsync(command, context, (name, value, _) =>
            {
                if (session.Script?.GetVariable(name) is { } variable)
                    variable.Value = value;
                else
                    context.Fail(command, message: $"The cells declare no variable '{name}'.");
                return Task.CompletedTask;
            });
    }
}
