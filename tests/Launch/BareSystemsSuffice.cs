using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Launch;

/// <summary>The README's two commands with nothing installed but the .NET SDK, by an ordinary user with an empty home.</summary>
public partial class BareSystemsSuffice
{
    private static readonly TimeSpan forBuilding = TimeSpan.FromMinutes(15), forTesting = TimeSpan.FromMinutes(90);

    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("bookworm")]
    [InlineData("trixie")]
    public async Task The_app_is_served_and_the_tests_pass_or_say_what_they_need(string release)
    {
        Long.OrSkip();
        await using var system = await BareSystem.CreateAsync(release);

        var (first, second) = (await ServeAsync(system, "environment/app --port 0"), await ServeAsync(system, "environment/app --port 0"));
        // Without ICU the SDK itself has to be told to do without, which the script above does.
        var plain = await ServeAsync(system, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 dotnet run environment/app.cs -- --port 0");
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{release}: served {first.TotalSeconds:0.0} s after the first command, {second.TotalSeconds:0.0} s after the second, {plain.TotalSeconds:0.0} s with dotnet run"));

        var tests = await system.RunAsync("environment/test", forTesting);
        var last = tests.Output.TrimEnd().Split('\n')[^1];
        TestContext.Current.TestOutputHelper!.WriteLine($"{release}: {last}");
        Assert.True(tests.ExitCode == 0, tests.Output + tests.Error);
        Assert.Matches(@"^\d+ passed, 0 failed, \d+ skipped$", last);
        Assert.Contains("installing them needs root", tests.Error);
        Assert.Contains("[SKIP]", tests.Output);
    }

    /// <summary>Starts the app and opens its page; returns how long that took.</summary>
    private static async Task<TimeSpan> ServeAsync(BareSystem system, string command)
    {
        var started = Stopwatch.GetTimestamp();
        using var app = system.Start($"exec {(command.StartsWith("DOTNET", StringComparison.Ordinal) ? "env " : "")}{command}");
        var errors = app.StandardError.ReadToEndAsync(Canceled);
        try
        {
            string? line;
            do
                line = await app.StandardOutput.ReadLineAsync(Canceled).AsTask().WaitAsync(forBuilding, Canceled);
            while (line is not null && !WhereItIs().IsMatch(line));
            if (line is null)
                Assert.Fail(await errors);
            using var client = new HttpClient();
            var page = await client.GetStringAsync(new Uri(WhereItIs().Match(line!).Groups[1].Value), Canceled);
            var took = Stopwatch.GetElapsedTime(started);
            Assert.Contains("type=\"module\"", page);
            return took;
        }
        finally
        {
            // Ends like an app in a terminal that is closed; the supervisor's worker sees that it is gone.
            app.Kill(entireProcessTree: true);
            await app.WaitForExitAsync(Canceled);
        }
    }

    [GeneratedRegex(@" is at (http://\S+)")]
    private static partial Regex WhereItIs();
}
