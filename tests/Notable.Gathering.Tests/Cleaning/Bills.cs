namespace Notable.Gathering.Tests.Cleaning;

/// <summary>A data set of two classes whose files hold their own first names.</summary>
public abstract class Bills : IDisposable
{
    private readonly TemporaryFolder root = new();

    protected Bills()
    {
        foreach (var file in (string[])["usd50/a.jpg", "usd50/b.jpg", "usd100/a.jpg", "usd100/c.jpg"])
            Write(file);
        Changes = new(Data);
    }

    protected string Data => root["bills"];

    protected FolderChanges Changes { get; }

    protected static FolderChange Delete(string file) => new(file, null);

    protected static FolderChange Move(string file, string to) => new(file, to);

    protected void Write(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Data, file))!);
        File.WriteAllText(Path.Combine(Data, file), file);
    }

    /// <summary>What lies in the data set, as "place: content" where the content is from elsewhere.</summary>
    protected string[] InData => Files(Data);

    /// <summary>What lies in the trash, its own files apart.</summary>
    protected string[] InTrash => [.. Files(Changes.Trash).Where(file => !file.StartsWith("changes.jsonl") && !file.StartsWith('.'))];

    public void Dispose()
    {
        root.Dispose();
        GC.SuppressFinalize(this);
    }

    private static string[] Files(string folder) => !Directory.Exists(folder) ? []
        : [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(path => (Name: Path.GetRelativePath(folder, path), Text: File.ReadAllText(path)))
            .Select(file => file.Name == file.Text ? file.Name : $"{file.Name}: {file.Text}").Order(StringComparer.Ordinal)];
}
