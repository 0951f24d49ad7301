using System.Diagnostics;

namespace Notable.Cli.Running;

/// <summary>Starts this program again in the same way: with the .NET host, or as an executable.</summary>
internal static class OwnProgram
{
    public static ProcessStartInfo Start(params string[] words)
    {
        var program = Environment.ProcessPath!;
        var isHost = Path.GetFileNameWithoutExtension(program) == "dotnet";
        return new(program, isHost ? [Path.Combine(AppContext.BaseDirectory, "notable-cli.dll"), .. words] : words);
    }
}
