using System.Runtime.Versioning;
using Notable.Kernel.Transport;
using Notable.Testing;

namespace Notable.Kernel.Tests.Transport;

[UnsupportedOSPlatform("windows")]
public sealed class ConnectionFiles : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_file_as_Jupyter_writes_it_is_read()
    {
        var file = ConnectionFile.Open(Write("{}"));
        Assert.Equal(("tcp://127.0.0.1:5001", "k"), (file.Endpoint(file.ShellPort), file.Key));
    }

    [Theory]
    [InlineData("""{"transport":"ipc"}""", "expected tcp")]
    [InlineData("""{"signature_scheme":"hmac-md5"}""", "expected hmac-sha256")]
    [InlineData("""{"shell_port":70000}""", "70000")]
    [InlineData("""{"shell_port":"x"}""", "JSON")]
    [InlineData("""{"ip":"0.0.0.0","key":""}""", "no key")]
    public void What_is_wrong_with_a_file_is_said(string change, string reason)
    {
        var error = Assert.Throws<ConnectionFileException>(() => ConnectionFile.Open(Write(change)));
        Assert.Contains(reason, error.Message);
        Assert.Contains(folder["connection.json"], error.Message);
    }

    [Fact]
    public void A_file_that_others_may_write_is_refused()
    {
        var path = Write("{}");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite);
        Assert.Contains("chmod 600", Assert.Throws<ConnectionFileException>(() => ConnectionFile.Open(path)).Message);
    }

    private string Write(string change)
    {
        var file = System.Text.Json.Nodes.JsonNode.Parse("""
            {"transport":"tcp","ip":"127.0.0.1","shell_port":5001,"control_port":5002,"stdin_port":5003,"iopub_port":5004,"hb_port":5005,
             "key":"k","signature_scheme":"hmac-sha256","kernel_name":"notable-csharp"}
            """)!.AsObject();
        foreach (var (name, value) in System.Text.Json.Nodes.JsonNode.Parse(change)!.AsObject())
            file[name] = value?.DeepClone();
        File.WriteAllText(folder["connection.json"], file.ToJsonString());
        File.SetUnixFileMode(folder["connection.json"], UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return folder["connection.json"];
    }
}
