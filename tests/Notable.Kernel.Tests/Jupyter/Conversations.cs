using System.Text.Json.Nodes;
using Notable.Kernel.Transport;
using Notable.Testing;

namespace Notable.Kernel.Tests.Jupyter;

/// <summary>A whole talk, message by message, as it is on the wire: what changes, changes on purpose.</summary>
public class Conversations
{
    [Fact]
    public async Task A_talk_goes_as_it_was_approved()
    {
        var (front, ended) = RecordedTransport.Start(TestContext.Current.CancellationToken);
        await front.AskAsync("kernel_info_request", []);
        front.Lines.RemoveAll(line => line.Contains("kernel_info_reply"));      // names the version of .NET
        await front.AskAsync("is_complete_request", Code("if (true) {"));
        await Run(front, "var side = 3;\nConsole.Write(\"hello\");\nConsole.Error.Write(\"oops\");\nside");
        await Run(front, "var shown = display(HTML(\"<b>1</b>\"));\nshown.Update(HTML(\"<b>2</b>\"));\nClearOutput(wait: true);");
        await Run(front, "throw new InvalidOperationException(\"no\");");
        await Run(front, "int wrong = \"text\";");
        await Run(front, "side * 2", new JsonObject { ["user_expressions"] = new JsonObject { ["twice"] = "side * 2" }, ["store_history"] = false });
        await Run(front, "side", new JsonObject { ["silent"] = true });
        await front.AskAsync("complete_request", Code("/* 🎉 */ side.CompareT"));
        await front.AskAsync("inspect_request", Code("side"));
        await front.AskAsync("history_request", new JsonObject { ["hist_access_type"] = "tail", ["n"] = 2, ["output"] = true, ["raw"] = true });

        var model = "";
        await front.AskAsync("execute_request", Code("var button = new Button { Description = \"Go\" };\nbutton.OnClick(() => button.Description = \"Gone\");\nbutton"),
            watch: message => model = message.Header.Type == "comm_open" ? (string)message.Content["comm_id"]! : model);
        await front.AskAsync("comm_info_request", new JsonObject { ["target_name"] = "jupyter.widget" });
        await front.AskAsync("comm_msg", Comm(model, """{"method":"custom","content":{"event":"click"}}"""), hasReply: false);
        await front.AskAsync("comm_msg", Comm(model, """{"method":"update","state":{"description":"back"},"buffer_paths":[]}"""), hasReply: false);
        await front.AskAsync("comm_open", new JsonObject { ["comm_id"] = "control", ["target_name"] = "jupyter.widget.control", ["data"] = new JsonObject() }, hasReply: false);
        await front.AskAsync("comm_close", new JsonObject { ["comm_id"] = "control", ["data"] = new JsonObject() }, hasReply: false);
        await front.AskAsync("complete_request", []);
        await front.AskAsync("interrupt_request", [], KernelChannel.Control);
        await front.AskAsync("shutdown_request", new JsonObject { ["restart"] = true }, KernelChannel.Control);
        await ended.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Approved.Lines(front.Lines, "tests", "Notable.Kernel.Tests", "Jupyter", "conversation.approved.txt");
    }

    private static Task Run(RecordedTransport front, string code, JsonObject? options = null)
    {
        var content = Code(code);
        foreach (var (name, value) in options ?? [])
            content[name] = value?.DeepClone();
        return front.AskAsync("execute_request", content);
    }

    private static JsonObject Code(string code) => new() { ["code"] = code };

    private static JsonObject Comm(string id, string data) => new() { ["comm_id"] = id, ["data"] = JsonNode.Parse(data) };
}
