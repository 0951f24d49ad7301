using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Notable.Gathering;

/// <summary>
/// An append-only file with one JSON object per line, written so that the process may end at any time: an incomplete last line is dropped
/// when the file is opened again, and the caller redoes its work.
/// </summary>
/// <typeparam name="T">The type of a line, one of <see cref="LogJson"/>; its properties are written in snake_case.</typeparam>
internal sealed class JsonLinesLog<T> : IDisposable
{
    private static readonly JsonTypeInfo<T> Json = LogJson.Of<T>();

    private readonly FileStream stream;
    private readonly Lock gate = new();

    private JsonLinesLog(FileStream stream) => this.stream = stream;

    /// <summary>Reads the complete lines of a file, oldest first; empty if there is no file.</summary>
    /// <exception cref="GatheringException">A line in the middle has another format.</exception>
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

    /// <summary>Opens a file for appending; the caller ensures that no one else does.</summary>
    /// <exception cref="IOException">The file is not writable.</exception>
    public static JsonLinesLog<T> Open(string path)
    {
        var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 1);
        stream.SetLength(EndOfLastWholeLine(stream));
        stream.Seek(0, SeekOrigin.End);
        return new(stream);
    }

    /// <summary>Appends a line. Thread-safe.</summary>
    public void Append(T value)
    {
        var line = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(value, Json) + '\n');
        lock (gate)
            stream.Write(line);
    }

    /// <summary>Writes the lines to the disk, so that they survive a power loss.</summary>
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
            throw new GatheringException($"line {number} of {path} was not written by this library ({e.Message}); repair it, or move the file away", e);
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
