using System.Security.Cryptography;
using System.Text.Json;
using Notable.Testing;

namespace Notable.Cli.Tests;

/// <summary>Three hundred pictures on four hosts, fetched by a program that is killed on the way.</summary>
public sealed class GatherSparesHosts : IDisposable
{
    private const int Pictures = 300, Hosts = 4, PerHost = 3, InAll = 8;
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task The_limits_are_kept_and_used_up_and_a_kill_in_the_middle_loses_and_doubles_nothing()
    {
        await using var hosts = await PictureHosts.StartAsync(pause: TimeSpan.FromMilliseconds(20));
        await File.WriteAllLinesAsync(folder["list.csv"],
            Enumerable.Range(0, Pictures).Select(i => $"http://127.0.0.{1 + i % Hosts}:{hosts.Port}/{i}.jpg"), TestContext.Current.CancellationToken);

        await KillAfterAsync(Pictures / 3);
        var whole = Files().Length;
        Assert.InRange(whole, Pictures / 3, Pictures - 1);
        string[] known = [.. File.ReadAllText(folder["out/sources.jsonl"]).Split('\n')[..^1].Select(line => new Uri(Text(line, "image_url")).AbsolutePath)];
        var last = await Command.RunInAsync(folder.Path, Words);

        Assert.True(last.ExitCode == 0, last.Error);
        Assert.Equal(Pictures, Files().Length);
        Assert.All(Files(), file => Assert.StartsWith(Path.GetFileNameWithoutExtension(file), Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))));
        var lines = File.ReadAllLines(folder["out/sources.jsonl"]);
        Assert.Equal(Pictures, lines.Length);
        Assert.Equal(Files().Select(Path.GetFileName).Order(), lines.Select(line => Text(line, "file")).Order());
        Assert.Empty(Directory.GetFiles(folder["out"], "*.part"));
        // Only what was on its way when the program ended is asked for a second time.
        Assert.Equal(Pictures, hosts.Sent.Count);
        Assert.All(known, path => Assert.Equal(1, hosts.Sent[path]));

        Assert.Equal(InAll, hosts.MostAtOnce);
        Assert.Equal(Hosts, hosts.MostAtOnceByHost.Count);
        Assert.All(hosts.MostAtOnceByHost.Values, most => Assert.InRange(most, 1, PerHost));
        Assert.Equal(PerHost, hosts.MostAtOnceByHost.Values.Max());
    }

    public void Dispose() => folder.Dispose();

    private string[] Words => ["gather", "-o", "out", "--source", "list.csv", "--max", $"{Pictures}", "--allow-private"];

    private async Task KillAfterAsync(int count)
    {
        using var process = Command.Start(folder.Path, Words);
        var drained = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        while (!process.HasExited && Files().Length < count)
            await Task.Delay(1, TestContext.Current.CancellationToken);
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        await drained;
    }

    private static string Text(string line, string name) => JsonDocument.Parse(line).RootElement.GetProperty(name).GetString()!;

    private string[] Files() => Directory.Exists(folder["out"]) ? Directory.GetFiles(folder["out"], "*.jpg") : [];
}
