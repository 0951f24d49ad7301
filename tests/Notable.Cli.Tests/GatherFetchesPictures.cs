using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Notable.Testing;

namespace Notable.Cli.Tests;

public class GatherFetchesPictures(DrawnNotes notes)
{
    [Fact]
    public async Task A_folder_is_gathered_with_a_line_for_each_file_and_nothing_comes_twice()
    {
        using var folder = new TemporaryFolder();
        var first = await Command.RunAsync("gather", "notes", "-o", folder.Path, "--source", notes.Folder, "--max", "7", "--json");
        Assert.True(first.ExitCode == 0, first.Error);
        Assert.All(first.JsonLines, line => Assert.Equal("kept", line.GetProperty("outcome").GetString()));
        Assert.Equal(Pictures(folder), first.JsonLines.Select(line => line.GetProperty("file").GetString()!).Order(StringComparer.Ordinal));
        Assert.Equal(7, Lines(folder).Length);

        var second = await Command.RunAsync("gather", "notes", "-o", folder.Path, "--source", notes.Folder, "--max", "7", "--json");
        Assert.All(second.JsonLines, line => Assert.Equal("already_there", line.GetProperty("outcome").GetString()));
        Assert.Equal(7, Lines(folder).Length);
    }

    [Fact]
    public async Task Killed_in_the_middle_nothing_is_half_lost_or_doubled()
    {
        using var folder = new TemporaryFolder();
        for (var i = 0; i < 3; i++)
        {
            using var process = Command.Start(folder.Path, ["gather", "notes", "-o", "out", "--source", notes.Folder]);
            var before = Count(folder["out"]);
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
            while (!process.HasExited && Count(folder["out"]) <= before + 2 && !limit.IsCancellationRequested)
                Thread.Yield();
            Assert.False(limit.IsCancellationRequested, "gathering neither goes on nor ends");
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            foreach (var file in Count(folder["out"]) > 0 ? Directory.GetFiles(folder["out"], "*.jpg") : [])
                Assert.StartsWith(Path.GetFileNameWithoutExtension(file), Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))));
        }

        var run = await Command.RunInAsync(folder.Path, "gather", "notes", "-o", "out", "--source", notes.Folder);
        Assert.True(run.ExitCode == 0, run.Error);
        var originals = Directory.GetFiles(notes.Folder, "*.jpg", SearchOption.AllDirectories).Select(Hash).Order().ToArray();
        Assert.Equal(originals, Directory.GetFiles(folder["out"], "*.jpg").Select(Hash).Order());
        Assert.Equal(originals.Length, File.ReadAllLines(folder["out/sources.jsonl"]).Distinct().Count());
        Assert.Empty(Directory.GetFiles(folder["out"], "*.part"));
    }

    [Fact]
    public async Task Ctrl_c_tells_what_is_there()
    {
        using var folder = new TemporaryFolder();
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        await File.WriteAllTextAsync(folder["list.csv"], $"http://127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}/a.jpg\n", TestContext.Current.CancellationToken);
        using var process = Command.Start(folder.Path, ["gather", "-o", "out", "--source", "list.csv", "--allow-private"]);
        using var asked = await silent.AcceptTcpClientAsync(TestContext.Current.CancellationToken).AsTask()
            .WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);

        Command.Interrupt(process);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        Assert.Equal(130, process.ExitCode);
        Assert.Contains("0 pictures are in out", await error);
    }

    [Fact]
    public async Task An_address_of_this_computer_is_refused_with_the_reason()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["list.csv"], "http://127.0.0.1:9/a.jpg\n", TestContext.Current.CancellationToken);
        var run = await Command.RunInAsync(folder.Path, "gather", "-o", "out", "--source", "list.csv", "--json");
        Assert.Equal(1, run.ExitCode);
        var line = Assert.Single(run.JsonLines);
        Assert.Equal("refused", line.GetProperty("outcome").GetString());
        Assert.Contains("not on the public Internet", line.GetProperty("reason").GetString());
    }

    [Fact]
    public async Task The_retired_service_wants_an_endpoint()
    {
        using var folder = new TemporaryFolder();
        var run = await Command.RunInAsync(folder.Path, "gather", "bills", "-o", "out", "--source", "bing");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("retired", run.Error);
    }

    private static string Hash(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));

    private static int Count(string folder) => Directory.Exists(folder) ? Directory.GetFiles(folder, "*.jpg").Length : 0;

    private static string[] Pictures(TemporaryFolder folder) => [.. Directory.GetFiles(folder.Path, "*.jpg").Order(StringComparer.Ordinal)];

    private static string[] Lines(TemporaryFolder folder) => File.ReadAllLines(folder["sources.jsonl"]);
}
