using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Notable.Kernel.Transport;

/// <summary>The file that a front end writes for its kernel: where to listen and the key that signs messages.</summary>
public sealed record ConnectionFile
{
    private const int MaxBytes = 100_000;

    /// <summary>Always <c>tcp</c>.</summary>
    [JsonPropertyName("transport")]
    public string Transport { get; init; } = "tcp";

    /// <summary>The IP address to listen on.</summary>
    [JsonPropertyName("ip")]
    public string Ip { get; init; } = "127.0.0.1";

    /// <summary>The port of the shell channel.</summary>
    [JsonPropertyName("shell_port")]
    public required int ShellPort { get; init; }

    /// <summary>The port of the control channel.</summary>
    [JsonPropertyName("control_port")]
    public required int ControlPort { get; init; }

    /// <summary>The port of the stdin channel.</summary>
    [JsonPropertyName("stdin_port")]
    public required int StdinPort { get; init; }

    /// <summary>The port of the iopub channel.</summary>
    [JsonPropertyName("iopub_port")]
    public required int IOPubPort { get; init; }

    /// <summary>The port of the heartbeat.</summary>
    [JsonPropertyName("hb_port")]
    public required int HeartbeatPort { get; init; }

    /// <summary>The key; with an empty one messages are neither signed nor checked.</summary>
    [JsonPropertyName("key")]
    public string Key { get; init; } = "";

    /// <summary>How messages are signed.</summary>
    [JsonPropertyName("signature_scheme")]
    public string SignatureScheme { get; init; } = "hmac-sha256";

    /// <summary>Reads and checks the file.</summary>
    /// <exception cref="ConnectionFileException">The file is not a connection file, or would be unsafe.</exception>
    /// <exception cref="IOException">There is no such file, or it cannot be read.</exception>
    public static ConnectionFile Open(string path)
    {
        var file = new FileInfo(path);
        if (file.Length > MaxBytes)
            throw new ConnectionFileException(path, $"it has {file.Length} bytes; a connection file has a few hundred");
        RequirePrivate(path);
        try
        {
            var read = JsonSerializer.Deserialize(File.ReadAllBytes(path), ConnectionJson.Default.ConnectionFile)
                ?? throw new ConnectionFileException(path, "it says null");
            read.Check(path);
            return read;
        }
        catch (JsonException broken)
        {
            throw new ConnectionFileException(path, $"it is not the expected JSON ({broken.Message})");
        }
    }

    internal string Endpoint(int port) => $"tcp://{(Ip.Contains(':') ? $"[{Ip}]" : Ip)}:{port}";

    internal byte[] KeyBytes => Encoding.UTF8.GetBytes(Key);

    private void Check(string path)
    {
        if (Transport != "tcp")
            throw new ConnectionFileException(path, $"its transport is '{Transport}', expected tcp (Jupyter's setting KernelManager.transport)");
        if (SignatureScheme != "hmac-sha256" && Key.Length > 0)
            throw new ConnectionFileException(path, $"its signature_scheme is '{SignatureScheme}', expected hmac-sha256");
        foreach (var port in new[] { ShellPort, ControlPort, StdinPort, IOPubPort, HeartbeatPort })
            if (port is < 1 or > 65535)
                throw new ConnectionFileException(path, $"it names the port {port}, expected 1 to 65535");
        // Anyone who can connect to a kernel can run any code as its user.
        if (Key.Length == 0 && !(IPAddress.TryParse(Ip, out var address) && IPAddress.IsLoopback(address)))
            throw new ConnectionFileException(path, $"it has no key and makes the kernel listen on {Ip}, so anyone on that network could run code; expected a key, or 127.0.0.1");
    }

    private static void RequirePrivate(string path)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & (UnixFileMode.OtherWrite | UnixFileMode.GroupWrite)) != 0)
            throw new ConnectionFileException(path, "others can write to it and could choose the key; run chmod 600 on it");
    }
}

/// <summary>Source-generated, because it is the first thing a kernel reads and reflection would slow the start.</summary>
[JsonSerializable(typeof(ConnectionFile))]
internal sealed partial class ConnectionJson : JsonSerializerContext;
