using System.Text.Json;
using System.Text.Json.Nodes;

namespace Notable.Kernel.Jupyter;

/// <summary>The file with which front ends find and start the kernel.</summary>
public static class KernelSpec
{
    /// <summary>The kernel's name in files.</summary>
    public const string Name = "notable-csharp";

    /// <summary>The kernel's name in menus.</summary>
    public const string DisplayName = "C# (Notable)";

    /// <summary>The name of the kernel that notebooks written for .NET Interactive ask for.</summary>
    public const string InteractiveName = ".net-csharp";

    private static readonly JsonSerializerOptions indented = new() { WriteIndented = true };

    /// <summary>Writes the kernelspec of the running program into a data folder of Jupyter.</summary>
    /// <returns>The folder that was written.</returns>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    public static string Write(string dataFolder) => Write(dataFolder, Name, DisplayName);

    /// <summary>Also registers the running program as <see cref="InteractiveName"/>, unless another kernel has that name.</summary>
    /// <returns>The folder that was written; null if another kernel has the name; <paramref name="other"/> is then its folder.</returns>
    /// <inheritdoc cref="Write(string)"/>
    public static string? WriteForInteractive(string dataFolder, out string? other)
    {
        other = JupyterFolders.Data.Append(dataFolder).Select(folder => Path.Combine(folder, "kernels", InteractiveName))
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "kernel.json")) && !IsOwn(Path.Combine(folder, "kernel.json")));
        return other is null ? Write(dataFolder, InteractiveName, $"{DisplayName}, for .NET Interactive notebooks") : null;
    }

    private static bool IsOwn(string file)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(file)) is JsonObject spec && spec["metadata"]?["notable"] is not null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return false;
        }
    }

    private static string Write(string dataFolder, string name, string displayName)
    {
        var folder = Path.Combine(dataFolder, "kernels", name);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "kernel.json"), Describe(displayName).ToJsonString(indented) + "\n");
        foreach (var logo in typeof(KernelSpec).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("logo-", StringComparison.Ordinal)))
        {
            using var source = typeof(KernelSpec).Assembly.GetManifestResourceStream(logo)!;
            using var file = File.Create(Path.Combine(folder, logo));
            source.CopyTo(file);
        }
        return folder;
    }

    internal static JsonObject Describe(string displayName = DisplayName)
    {
        // At most 6 MB of generation 0 (a hexadecimal number): enough for a cell, and saves 10 MB (measured).
        var environment = new JsonObject { ["DOTNET_GCGen0MaxBudget"] = "600000" };
        // Front ends start the kernel without this shell's variables. Without ICU, .NET starts only if the second variable is set.
        foreach (var name in new[] { "DOTNET_ROOT", "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT" })
            if (Environment.GetEnvironmentVariable(name) is { Length: > 0 } value)
                environment[name] = value;
        return new JsonObject
        {
            ["argv"] = new JsonArray([.. OwnStart(), "kernel", "run", "-f", "{connection_file}"]),
            ["display_name"] = displayName,
            ["language"] = "C#",
            ["interrupt_mode"] = "message",
            ["env"] = environment,
            ["metadata"] = new JsonObject { ["debugger"] = false, ["notable"] = true },
        };
    }

    /// <summary>Returns the command that starts this program: its own launcher, or <c>dotnet</c> and its assembly.</summary>
    private static IEnumerable<JsonNode> OwnStart()
    {
        var program = Environment.ProcessPath!;
        yield return program;
        if (Path.GetFileNameWithoutExtension(program) == "dotnet")
            yield return System.Reflection.Assembly.GetEntryAssembly()!.Location;
    }
}
