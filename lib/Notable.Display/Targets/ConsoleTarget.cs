namespace Notable.Display;

/// <summary>
/// Shows plain text: displays go to the output writer, progress to the error writer. On a terminal it also keeps a status line at the
/// bottom, and writes other output above it.
/// </summary>
public sealed class ConsoleTarget : IDisplayTarget
{
    private const string EraseLine = "\r\u001b[2K";
    private readonly Func<OutputStream, TextWriter> writer;
    private readonly Func<int> width;
    private readonly Lock gate = new();
    private string status = "";
    private bool isMidLine;

    /// <summary>Creates a target.</summary>
    /// <param name="output">Receives displays and <see cref="OutputStream.Out"/>.</param>
    /// <param name="error">Receives <see cref="OutputStream.Error"/> and the status line.</param>
    /// <param name="isTerminal">Whether <paramref name="error"/> is a terminal that supports ANSI erase codes.</param>
    /// <param name="width">Returns the terminal's width in characters at each redraw; 80 by default.</param>
    public ConsoleTarget(TextWriter output, TextWriter error, bool isTerminal = false, Func<int>? width = null)
        : this(stream => stream == OutputStream.Out ? output : error, isTerminal, width ?? (() => 80))
    {
    }

    private ConsoleTarget(Func<OutputStream, TextWriter> writer, bool isTerminal, Func<int> width)
    {
        this.writer = writer;
        this.width = width;
        IsTerminal = isTerminal;
    }

    /// <summary>The process's console: the current <see cref="Console.Out"/> and <see cref="Console.Error"/> at each write.</summary>
    public static ConsoleTarget Standard { get; } = new(
        stream => stream == OutputStream.Out ? Console.Out : Console.Error,
        !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb",
        StandardWidth);

    /// <summary>Whether a status line can be redrawn in place.</summary>
    public bool IsTerminal { get; }

    /// <summary>Width of the terminal in characters, at least 20; 80 if unknown.</summary>
    public int Width => width() is > 0 and var columns ? Math.Max(20, columns) : 80;

    /// <inheritdoc/>
    public bool IsInteractive => false;

    /// <inheritdoc/>
    public void Display(MimeBundle bundle, string displayId) => WriteAbove(OutputStream.Out, bundle.PlainText + Environment.NewLine);

    /// <summary>Prints the new state below the old one. Console output cannot be replaced.</summary>
    public void Update(string displayId, MimeBundle bundle) => Display(bundle, displayId);

    /// <inheritdoc/>
    public void Write(OutputStream stream, string text) => WriteAbove(stream, text);

    /// <summary>Does nothing: console output cannot be removed.</summary>
    public void Clear(bool wait)
    {
    }

    /// <summary>
    /// Replaces the status line with <paramref name="line"/>, truncated to the terminal's width; an empty one removes it. Draws
    /// nothing without a terminal.
    /// </summary>
    public void SetStatus(string line)
    {
        if (!IsTerminal)
            return;
        lock (gate)
        {
            // The last column stays free: a full line would wrap, and \r would not return to its start.
            var limit = Width - 1;
            EraseStatus();
            status = line.Length <= limit ? line : line[..(limit - 1)] + '…';
            if (status.Length > 0 && isMidLine)
                Put(OutputStream.Error, Environment.NewLine);
            isMidLine &= status.Length == 0;
            Put(OutputStream.Error, status);
        }
    }

    private void WriteAbove(OutputStream stream, string text)
    {
        if (text.Length == 0)
            return;
        lock (gate)
        {
            var below = status;
            EraseStatus();
            Put(stream, text);
            isMidLine = !text.EndsWith('\n');
            // There is no status after an unfinished line; the next SetStatus draws it again.
            status = isMidLine ? "" : below;
            Put(OutputStream.Error, status);
        }
    }

    private void EraseStatus()
    {
        if (status.Length > 0)
            Put(OutputStream.Error, EraseLine);
        status = "";
    }

    private void Put(OutputStream stream, string text)
    {
        if (text.Length == 0)
            return;
        var target = writer(stream);
        target.Write(text);
        target.Flush();
    }

    private static int StandardWidth()
    {
        try
        {
            return Console.WindowWidth;
        }
        catch (IOException)
        {
            return 80;
        }
    }
}
