using System.Text.Json.Nodes;
using Notable.Kernel.Protocol;

namespace Notable.Kernel.Jupyter.Requests;

/// <summary><c>kernel_info_request</c>: describes the kernel and its language.</summary>
internal sealed class KernelInfoHandler : IRequestHandler
{
    public IReadOnlyList<string> Types => ["kernel_info_request"];

    public Task<JsonObject?> HandleAsync(JupyterRequest request)
    {
        var version = typeof(KernelInfoHandler).Assembly.GetName().Version!.ToString(3);
        return Task.FromResult<JsonObject?>(ReplyContent.Ok(new JsonObject
        {
            ["protocol_version"] = MessageHeader.ProtocolVersion,
            ["implementation"] = "notable",
            ["implementation_version"] = version,
            ["banner"] = $"Notable {version}: C# notebooks on .NET {Environment.Version}. #!lsmagic lists the magic commands.",
            ["help_links"] = new JsonArray(
                new JsonObject { ["text"] = "C#", ["url"] = "https://learn.microsoft.com/dotnet/csharp/" },
                new JsonObject { ["text"] = ".NET API", ["url"] = "https://learn.microsoft.com/dotnet/api/" }),
            ["language_info"] = new JsonObject
            {
                ["name"] = "C#",
                ["version"] = "14.0",
                ["mimetype"] = "text/x-csharp",
                ["file_extension"] = ".cs",
                ["pygments_lexer"] = "csharp",
                ["codemirror_mode"] = "text/x-csharp",
            },
            ["debugger"] = false,
        }));
    }
}
