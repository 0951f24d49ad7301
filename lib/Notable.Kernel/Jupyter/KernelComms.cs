using System.Text.Json.Nodes;
using Notable.Kernel.Protocol;
using Notable.Widgets;

namespace Notable.Kernel.Jupyter;

/// <summary>Sends the widgets' messages to all front ends.</summary>
internal sealed class KernelComms(MessageSender sender) : ICommChannel
{
    public void Send(CommMessage message)
    {
        var content = new JsonObject { ["comm_id"] = message.CommId, ["data"] = message.Data };
        if (message.Kind == CommKind.Open)
            content["target_name"] = message.TargetName;
        sender.Publish(new OutgoingMessage(TypeOf(message.Kind), content, CurrentRequest.Value)
        {
            Metadata = message.Metadata,
            Buffers = message.Buffers,
        });
    }

    private static string TypeOf(CommKind kind) => kind switch
    {
        CommKind.Open => "comm_open",
        CommKind.Close => "comm_close",
        _ => "comm_msg",
    };
}
