using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Notable.Gathering;

/// <summary>
/// A file of one JSON object a line that only grows, written so that a process may end at any moment: a line that was cut is
/// dropped at the next opening, and what it told of is found out again.
/// </summary>
/// <typeparam name="T">What a line holds, a type of <see cref="LogJson"/>; its properties are written in snake_case.</typeparam>
internal sealed class LineLog<T> : IDisposable
{
    private static readonly JsonTypeInfo<T> Json = LogJson.Of<T>();

    private readonly FileStream stream;
    private readonly Lock gate = new();

    private LineLog(FileStream stream) => this.stream = stream;

    /// <summary>The whole lines of a file, oldest first; none where there is no file.</summary>
    /// <exception cref="GatheringException">A line in the middle is not ours.</exception>
    public static IReadOnlyList<T> Read(string path)
    {
        if (!File.Exists(path))
            return [];
        List<T> found = [];
        var number = 0;
        foreach (var line in WholeLines(path))
        {
            number++;
            if (line.Length > 0)
                found.Add(Parse(line, path, number));
        }
        return found;
    }

    /// <summary>Opens a file for adding lines; that nobody else does so meanwhile is the caller's business.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static LineLog<T> Open(string path)
    {
        var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 1);
        stream.SetLength(EndOfLastWholeLine(stream));
        stream.Seek(0, SeekOrigin.End);
        return new(stream);
    }

    /// <summary>Adds a line; safe from any thread.</summary>
    public void Append(T value)
    {
        var line = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(value, Json) + '\n');
        lock (gate)
            stream.Write(line);
    }

    /// <summary>Sees to it that the lines outlast a loss of power.</summary>
    public void Flush() => stream.Flush(flushToDisk: true);

    /// <inheritdoc/>
    public void Dispose() => stream.Dispose();

    private static string[] WholeLines(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().Split('\n')[..^1];
    }

    private static T Parse(string line, string path, int number)
    {
        try
        {
            return JsonSerializer.Deserialize(line, Json) ?? throw new JsonException("it is null");
        }
        catch (JsonException e)
        {
            throw new GatheringException($"line {number} of {path} is not one that this library wrote ({e.Message}); repair it, or move the file away", e);
        }
    }

    private static long EndOfLastWholeLine(FileStream stream)
    {
        for (var end = stream.Length; end > 0; end--)
        {
            stream.Seek(end - 1, SeekOrigin.Begin);
            if (stream.ReadByte() == '\n')
                return end;
        }
        return 0;
    }
}
