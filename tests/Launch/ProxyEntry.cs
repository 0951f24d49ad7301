using System.Text.Json;

namespace Launch;

/// <summary>The entry <c>voila</c> of a Jupyter server's settings: how jupyter-server-proxy starts the app and waits for it.</summary>
internal sealed record ProxyEntry(IReadOnlyList<string> Command, bool AbsoluteUrl, TimeSpan Timeout, string LauncherPath)
{
    public static ProxyEntry Read(string file)
    {
        var servers = JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetProperty("ServerProxy").GetProperty("servers");
        var entry = Assert.Single(servers.EnumerateObject());
        Assert.Equal("voila", entry.Name);        // the first word of ?urlpath=voila/render/app.ipynb
        return new ProxyEntry(
            [.. entry.Value.GetProperty("command").EnumerateArray().Select(word => word.GetString()!)],
            entry.Value.GetProperty("absolute_url").GetBoolean(),
            TimeSpan.FromSeconds(entry.Value.GetProperty("timeout").GetDouble()),
            entry.Value.GetProperty("launcher_entry").GetProperty("path_info").GetString()!);
    }

    /// <summary>The command with its variables filled in, as the proxy does it.</summary>
    public string[] CommandFor(int port, string baseUrl) => [.. Command.Select(word => word.Replace("{port}", $"{port}").Replace("{base_url}", baseUrl))];
}
