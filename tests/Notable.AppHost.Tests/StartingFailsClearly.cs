using System.Net;
using System.Net.Sockets;
using Notable.Kernel.Notebooks;
using Notable.Kernel.Scripting;
using Notable.Testing;

namespace Notable.AppHost.Tests;

public class StartingFailsClearly
{
    [Fact]
    public async Task Where_the_port_is_in_use()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var error = await Assert.ThrowsAsync<AppHostException>(() => TestApp.StartAsync(options => options with { Port = port }, "1"));

        Assert.StartsWith($"Port {port} of 127.0.0.1 is in use", error.Message);
    }

    [Fact]
    public async Task Where_there_is_no_notebook()
    {
        var error = await Assert.ThrowsAsync<AppHostException>(() => AppServer.CreateAsync(TestApp.Options("missing.ipynb", new LogRecorder()), TestApp.Canceled));
        Assert.Contains("There is no notebook at", error.Message);
        Assert.Contains("missing.ipynb", error.Message);
    }

    [Fact]
    public async Task Where_the_file_is_no_notebook()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["app.ipynb"], "<html>", TestApp.Canceled);
        await Assert.ThrowsAsync<NotebookFormatException>(() => AppServer.CreateAsync(TestApp.Options(folder["app.ipynb"], new LogRecorder()), TestApp.Canceled));
    }

    [Fact]
    public async Task Where_a_cell_does_not_compile()
    {
        var error = await Assert.ThrowsAsync<NotebookCompilationException>(() => TestApp.StartAsync("var fine = 1;", "var broken = nowhere;"));
        Assert.Contains("cell 2", error.Message);
        Assert.Contains("nowhere", error.Message);
    }

    [Fact]
    public async Task Where_the_address_is_none()
    {
        var error = await Assert.ThrowsAsync<AppHostException>(() => TestApp.StartAsync(options => options with { Host = "no.such.place" }, "1"));
        Assert.Contains("'no.such.place'", error.Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3_000_000_000)]
    public async Task Where_the_upload_limit_makes_no_sense(long bytes)
    {
        var error = await Assert.ThrowsAsync<AppHostException>(() => TestApp.StartAsync(options => options with { MaxUploadBytes = bytes }, "1"));
        Assert.Contains($"{bytes} bytes", error.Message);
    }

    [Fact]
    public async Task Where_there_is_no_such_port()
    {
        var error = await Assert.ThrowsAsync<AppHostException>(() => TestApp.StartAsync(options => options with { Port = 70_000 }, "1"));
        Assert.Contains("70000 is not a port", error.Message);
    }
}
