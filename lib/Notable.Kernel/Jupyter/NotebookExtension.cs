using System.IO.Compression;

namespace Notable.Kernel.Jupyter;

/// <summary>
/// The extension with which Jupyter Notebook 6 shows the widgets of C# notebooks. VS Code needs none; JupyterLab has its own
/// (<c>jupyterlab_widgets</c>).
/// </summary>
public static class NotebookExtension
{
    private const string Name = "notable-widgets";
    private const string Compressed = ".br";
    private const string Setting = "{\"load_extensions\": {\"" + Name + "/extension\": true}}";

    /// <summary>Copies the extension into a data folder of Jupyter and enables it in a configuration folder.</summary>
    /// <param name="dataFolder">For example <c>~/.local/share/jupyter</c>.</param>
    /// <param name="configurationFolder">For example <c>~/.jupyter</c>.</param>
    /// <returns>The folder that was written.</returns>
    /// <exception cref="IOException">A folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    public static string Write(string dataFolder, string configurationFolder)
    {
        var source = Path.Combine(Path.GetDirectoryName(typeof(NotebookExtension).Assembly.Location)!, "nbextension");
        var folder = Path.Combine(dataFolder, "nbextensions", Name);
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.GetFiles(source))
            if (Path.GetExtension(file) == Compressed)
                Unpack(file, Path.Combine(folder, Path.GetFileNameWithoutExtension(file)));
            else
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        // A separate file, which Notebook reads in addition to the user's: no existing file is changed.
        var settings = Path.Combine(configurationFolder, "nbconfig", "notebook.d");
        Directory.CreateDirectory(settings);
        File.WriteAllText(Path.Combine(settings, $"{Name}.json"), Setting + "\n");
        return folder;
    }

    private static void Unpack(string source, string target)
    {
        using var packed = new BrotliStream(File.OpenRead(source), CompressionMode.Decompress);
        using var file = File.Create(target);
        packed.CopyTo(file);
    }
}
