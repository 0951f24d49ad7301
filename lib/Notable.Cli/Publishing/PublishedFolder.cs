using Notable.Kernel.Scripting.Precompiled;

namespace Notable.Cli.Publishing;

/// <summary>
/// A folder that serves a notebook on a system without any installation: the notebook with its files and compiled cells, the program, and
/// the .NET runtime.
/// <c>app</c> in it starts the app and takes the options of <c>notable app</c>; <c>notable</c> is the command line.
/// </summary>
internal static class PublishedFolder
{
    /// <summary>The sub-folders.</summary>
    public const string Notebook = "notebook", Program = "program", Runtime = "dotnet", Libraries = "lib";

    /// <summary>Writes the folder under a temporary name and renames it.</summary>
    /// <param name="target">The folder, which must not exist or be empty.</param>
    /// <param name="notebook">The notebook's file.</param>
    /// <param name="files">Files that it needs, relative to its own folder.</param>
    /// <param name="cells">The folder of its compiled cells; null if they cannot be precompiled.</param>
    /// <param name="served">The folder of the program for notebooks with compiled cells; null to include this whole program.</param>
    /// <param name="stop">Cancels between two files.</param>
    /// <returns>The size of the folder in bytes.</returns>
    /// <exception cref="IOException">The folder is in use, or cannot be written.</exception>
    public static long Write(string target, string notebook, IEnumerable<string> files, string? cells, string? served, CancellationToken stop)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(target));
        if (File.Exists(full) || (Directory.Exists(full) && Directory.EnumerateFileSystemEntries(full).Any()))
            throw new IOException($"{target} already exists; expected a new or empty folder");
        var part = $"{full}.{Guid.NewGuid():N}.part";
        try
        {
            var folder = Path.GetDirectoryName(notebook)!;
            var bytes = Copy(notebook, Path.Combine(part, Notebook, Path.GetFileName(notebook)));
            foreach (var file in files)
                Add(Path.Combine(folder, file), Path.Combine(Notebook, file));
            foreach (var file in cells is null ? [] : Directory.EnumerateFiles(cells))
                Add(file, Path.Combine(PrecompiledCells.FolderOf(Path.Combine(Notebook, Path.GetFileName(notebook))), Path.GetFileName(file)));
            foreach (var file in served is null ? ProgramFiles.List() : ServedProgram.Files(served))
                Add(file, Path.Combine(Program, Path.GetFileName(file)));
            foreach (var (file, place) in served is null ? RuntimeFiles.List() : [])
                Add(file, Path.Combine(Runtime, place));
            foreach (var file in RuntimeFiles.OpenSsl())
                Add(file, Path.Combine(Libraries, Path.GetFileName(file)));
            PublishedCommands.Write(part, Path.GetFileName(notebook), hasRuntime: served is null);
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
        // The owner of the folder can replace the files, even if the originals were read-only.
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(place, File.GetUnixFileMode(place) | UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        return new FileInfo(place).Length;
    }
}
