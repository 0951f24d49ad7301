using System.Text.Json.Nodes;
using Notable.Kernel.Input;
using Notable.Kernel.Interrupting;
using Notable.Kernel.Protocol;
using Notable.Kernel.Transport;

namespace Notable.Kernel.Jupyter;

/// <summary>Asks questions at the front end that sent a request, over the stdin channel.</summary>
internal sealed class Questions(MessageSender sender)
{
    private TaskCompletionSource<string>? pending;

    /// <summary>Returns the questions of a request.</summary>
    public IQuestions Of(JupyterRequest request, KernelTarget target) => new RequestQuestions(this, request, target);

    /// <summary>Handles a message of the stdin channel.</summary>
    public void Receive(JupyterRequest reply)
    {
        if (reply.Header.Type == "input_reply")
            Volatile.Read(ref pending)?.TrySetResult(reply.Content.Text("value") ?? "");
    }

    private string Ask(JupyterRequest request, KernelTarget target, string prompt, bool isSecret)
    {
        if (!request.Content.Flag("allow_stdin", false))
            throw new InvalidOperationException("This front end does not let cells ask for input.");
        target.Flush();
        var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref pending, answer);
        try
        {
            var question = new JsonObject { ["prompt"] = prompt, ["password"] = isSecret };
            sender.Reply(new OutgoingMessage("input_request", question, request), KernelChannel.Stdin);
            answer.Task.Wait(InterruptRequest.Current?.Token ?? CancellationToken.None);
            return answer.Task.Result;
        }
        catch (OperationCanceledException) when (InterruptRequest.Current is { IsRequested: true } running)
        {
            throw new CellInterruptedException(running.Token);
        }
        finally
        {
            Volatile.Write(ref pending, null);
        }
    }

    private sealed class RequestQuestions(Questions all, JupyterRequest request, KernelTarget target) : IQuestions
    {
        public string Ask(string prompt, bool isSecret) => all.Ask(request, target, prompt, isSecret);
    }
}
