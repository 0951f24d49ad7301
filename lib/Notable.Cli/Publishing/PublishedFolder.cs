namespace Notable.Cli.Publishing;

/// <summary>
/// A folder that serves one notebook on a system with nothing installed: the notebook with its files, this program, and the .NET it runs on.
/// <c>app</c> in it starts the app and takes the options of <c>notable app</c>.
/// </summary>
internal static class PublishedFolder
{
    private const string Notebook = "notebook", Program = "program", Runtime = "dotnet", Libraries = "lib";

    /// <summary>The command in the folder.</summary>
    public static string Command => OperatingSystem.IsWindows() ? "app.cmd" : "app";

    /// <summary>Writes the folder beside its place and renames it.</summary>
    /// <param name="target">The folder; not there yet, or empty.</param>
    /// <param name="notebook">The notebook's file.</param>
    /// <param name="files">Files that it needs, relative to its own folder.</param>
    /// <param name="stop">Stops between two files.</param>
    /// <returns>Bytes in the folder.</returns>
    /// <exception cref="IOException">The folder is in use, or cannot be written.</exception>
    public static long Write(string target, string notebook, IEnumerable<string> files, CancellationToken stop)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(target));
        if (File.Exists(full) || (Directory.Exists(full) && Directory.EnumerateFileSystemEntries(full).Any()))
            throw new IOException($"{target} is there already; expected a new folder or an empty one");
        var part = $"{full}.{Guid.NewGuid():N}.part";
        try
        {
            var folder = Path.GetDirectoryName(notebook)!;
            var bytes = Copy(notebook, Path.Combine(part, Notebook, Path.GetFileName(notebook)));
            foreach (var file in files)
                Add(Path.Combine(folder, file), Path.Combine(Notebook, file));
            foreach (var file in ProgramFiles.List())
                Add(file, Path.Combine(Program, Path.GetFileName(file)));
            foreach (var (file, place) in RuntimeFiles.List())
                Add(file, Path.Combine(Runtime, place));
            foreach (var file in RuntimeFiles.OpenSsl())
                Add(file, Path.Combine(Libraries, Path.GetFileName(file)));
            WriteCommand(Path.Combine(part, Command), Path.GetFileName(notebook));
            if (Directory.Exists(full))
                Directory.Delete(full);
            Directory.Move(part, full);
            return bytes;

            void Add(string file, string place)
            {
                stop.ThrowIfCancellationRequested();
                bytes += Copy(file, Path.Combine(part, place));
            }
        }
        finally
        {
            if (Directory.Exists(part))
                Directory.Delete(part, recursive: true);
        }
    }

    private static long Copy(string file, string place)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        File.Copy(file, place);
        // A published file may be replaced by whoever owns the folder, even if the original was read-only.
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(place, File.GetUnixFileMode(place) | UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        return new FileInfo(place).Length;
    }

    private static void WriteCommand(string file, string notebook)
    {
        File.WriteAllText(file, OperatingSystem.IsWindows()
            ? $"""
              @echo off
              rem Serves the app; options of 'notable app' may follow.
              "%~dp0{Runtime}\{RuntimeFiles.Host}" "%~dp0{Program}\notable-cli.dll" app "%~dp0{Notebook}\{notebook}" %*
              """.ReplaceLineEndings("\r\n")
            : $$"""
              #!/bin/sh
              # Serves the app at http://127.0.0.1:8866; options of 'notable app' may follow, as --host 0.0.0.0 --port 80. Nothing needs to be installed.
              here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd) || exit 1
              # Cultures come from ICU; .NET starts without it only if it is told to.
              if [ -z "${DOTNET_SYSTEM_GLOBALIZATION_INVARIANT+set}" ] && ! ls /usr/lib/*/libicuuc.so* /usr/lib/libicuuc.so* /usr/lib64/libicuuc.so* /lib/*/libicuuc.so* 2>/dev/null | grep -q .; then
                export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1
              fi
              # OpenSSL comes from the system if it has one.
              if ! ls /usr/lib/*/libssl.so.3 /usr/lib/libssl.so.3 /usr/lib64/libssl.so.3 /lib/*/libssl.so.3 2>/dev/null | grep -q .; then
                export LD_LIBRARY_PATH="$here/{{Libraries}}${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
              fi
              exec "$here/{{Runtime}}/{{RuntimeFiles.Host}}" "$here/{{Program}}/notable-cli.dll" app "$here/{{Notebook}}/{{Quoted(notebook)}}" "$@"

              """.ReplaceLineEndings("\n"));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, (UnixFileMode)0b111_101_101);
    }

    /// <summary>A name inside double quotes of a shell.</summary>
    private static string Quoted(string name) => string.Concat(name.Select(c => c is '"' or '$' or '`' or '\\' ? $"\\{c}" : $"{c}"));
}
