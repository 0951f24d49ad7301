using System.Text.Json;
using System.Text.Json.Nodes;

namespace Notable.Kernel.Jupyter;

/// <summary>The file by which front ends find the kernel and learn how it is started.</summary>
public static class KernelSpec
{
    /// <summary>The kernel's name in files.</summary>
    public const string Name = "notable-csharp";

    /// <summary>The kernel's name in menus.</summary>
    public const string DisplayName = "C# (Notable)";

    private static readonly JsonSerializerOptions indented = new() { WriteIndented = true };

    /// <summary>Writes the kernelspec of the running program into a data folder of Jupyter.</summary>
    /// <returns>The folder that was written.</returns>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not.</exception>
    public static string Write(string dataFolder)
    {
        var folder = Path.Combine(dataFolder, "kernels", Name);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "kernel.json"), Describe().ToJsonString(indented) + "\n");
        foreach (var logo in typeof(KernelSpec).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("logo-", StringComparison.Ordinal)))
        {
            using var source = typeof(KernelSpec).Assembly.GetManifestResourceStream(logo)!;
            using var file = File.Create(Path.Combine(folder, logo));
            source.CopyTo(file);
        }
        return folder;
    }

    internal static JsonObject Describe()
    {
        // Young garbage of at most 6 MB (a hexadecimal number): as much as a cell leaves, and 10 MB less in memory (measured).
        var environment = new JsonObject { ["DOTNET_GCGen0MaxBudget"] = "600000" };
        // Front ends do not start a kernel from the shell that this was typed in. Without ICU, .NET starts only if the last one says so.
        foreach (var name in new[] { "DOTNET_ROOT", "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT" })
            if (Environment.GetEnvironmentVariable(name) is { Length: > 0 } value)
                environment[name] = value;
        return new JsonObject
        {
            ["argv"] = new JsonArray([.. OwnStart(), "kernel", "run", "-f", "{connection_file}"]),
            ["display_name"] = DisplayName,
            ["language"] = "C#",
            ["interrupt_mode"] = "message",
            ["env"] = environment,
            ["metadata"] = new JsonObject { ["debugger"] = false },
        };
    }

    /// <summary>The words that start this program: by its own launcher, or by <c>dotnet</c> and its assembly.</summary>
    private static IEnumerable<JsonNode> OwnStart()
    {
        var program = Environment.ProcessPath!;
        yield return program;
        if (Path.GetFileNameWithoutExtension(program) == "dotnet")
            yield return System.Reflection.Assembly.GetEntryAssembly()!.Location;
    }
}
