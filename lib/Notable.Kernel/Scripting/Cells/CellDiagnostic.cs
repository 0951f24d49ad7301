namespace Notable.Kernel.Scripting;

/// <summary>A compilation error.</summary>
/// <param name="Code">The compiler's error code, such as <c>CS0103</c>; empty for errors that this library reports.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Place"><c>cell 3</c>, or the path of a file that the cell loads.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Length">The number of characters that the error covers, at least 1.</param>
/// <param name="SourceLine">The line itself.</param>
public sealed record CellDiagnostic(
    string Code, string Message, string Place, int Line, int Column, int Length, string SourceLine)
{
    /// <summary>Returns the message, the line, and a squiggle below it.</summary>
    public override string ToString()
    {
        var label = Code.Length == 0 ? "" : $" {Code}";
        // Tabs are kept, so that the squiggle lines up with the text.
        var indent = string.Concat(SourceLine.Take(Column - 1).Select(letter => letter == '\t' ? '\t' : ' '));
        var squiggle = $"{indent}^{new string('~', Length - 1)}";
        return $"{Place}, line {Line}, column {Column}: error{label}: {Message}\n    {SourceLine}\n    {squiggle}";
    }
}
