namespace Notable.Cli.Publishing;

/// <summary>The two commands in a published folder: <c>notable</c>, the command line, and <c>app</c>, which serves the notebook.</summary>
internal static class PublishedCommands
{
    private const UnixFileMode Executable = (UnixFileMode)0b111_101_101;

    /// <summary>The file that serves the notebook.</summary>
    public static string App => OperatingSystem.IsWindows() ? "app.cmd" : "app";

    /// <summary>Writes both commands.</summary>
    /// <param name="folder">The published folder.</param>
    /// <param name="notebook">The name of the notebook's file.</param>
    /// <param name="hasRuntime">
    /// Whether the folder contains a .NET installation that runs the program; otherwise the program has its own runtime.
    /// </param>
    public static void Write(string folder, string notebook, bool hasRuntime)
    {
        string[] program = hasRuntime
            ? [$"{PublishedFolder.Runtime}/{RuntimeFiles.Host}", $"{PublishedFolder.Program}/notable-cli.dll"]
            : [$"{PublishedFolder.Program}/{ServedProgram.Executable}"];
        if (OperatingSystem.IsWindows())
        {
            var start = string.Join(' ', program.Select(path => $"\"%~dp0{path.Replace('/', '\\')}\""));
            File.WriteAllText(Path.Combine(folder, "notable.cmd"), $"@echo off\r\n{start} %*\r\n");
            File.WriteAllText(Path.Combine(folder, App), $"""
                @echo off
                rem Serves the app; options of 'notable app' may follow.
                {start} app "%~dp0{PublishedFolder.Notebook}\{notebook}" %*

                """.ReplaceLineEndings("\r\n"));
            return;
        }
        WriteScript(Path.Combine(folder, "notable"), $$"""
            #!/bin/sh
            # The command line: ./notable --help. Nothing needs to be installed.
            here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd) || exit 1
            any() { for file in "$@"; do if [ -e "$file" ]; then return 0; fi; done; return 1; }
            # Cultures come from ICU; .NET starts without it only if it is told to.
            if [ -z "${DOTNET_SYSTEM_GLOBALIZATION_INVARIANT+set}" ] && ! any /usr/lib/*/libicuuc.so* /usr/lib/libicuuc.so* /usr/lib64/libicuuc.so* /lib/*/libicuuc.so*; then
              export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1
            fi
            # OpenSSL comes from the system if it has one.
            if ! any /usr/lib/*/libssl.so.3 /usr/lib/libssl.so.3 /usr/lib64/libssl.so.3 /lib/*/libssl.so.3; then
              export LD_LIBRARY_PATH="$here/{{PublishedFolder.Libraries}}${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
            fi
            exec {{string.Join(' ', program.Select(path => $"\"$here/{path}\""))}} "$@"

            """);
        WriteScript(Path.Combine(folder, App), $$"""
            #!/bin/sh
            # Serves the app at http://127.0.0.1:8866; options of 'notable app' may follow, as --host 0.0.0.0 --port 80. Nothing needs to be installed.
            here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd) || exit 1
            exec "$here/notable" app "$here/{{PublishedFolder.Notebook}}/{{Quoted(notebook)}}" "$@"

            """);
    }

    private static void WriteScript(string file, string text)
    {
        File.WriteAllText(file, text.ReplaceLineEndings("\n"));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, Executable);
    }

    /// <summary>Escapes a name for double quotes in a shell.</summary>
    private static string Quoted(string name) => string.Concat(name.Select(c => c is '"' or '$' or '`' or '\\' ? $"\\{c}" : $"{c}"));
}
