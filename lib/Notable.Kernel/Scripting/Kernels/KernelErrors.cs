using System.Text.RegularExpressions;
using Microsoft.DotNet.Interactive.Events;

namespace Notable.Kernel.Scripting.Kernels;

/// <summary>Converts the failure of a command to a notebook's error output.</summary>
internal static partial class KernelErrors
{
    private const string Interrupted = "The cell was interrupted.";

    public static CellError Of(CommandFailed failure, bool wasStopped)
    {
        if (failure.Exception is CellFailedException failed)
            return failed.Error;
        if (wasStopped)
            return new CellError("CellInterruptedException", Interrupted, [Interrupted]);
        var message = Explain(failure.Message);
        var name = failure.Exception is { } thrown ? thrown.GetType().Name : Diagnostic().IsMatch(failure.Message) ? "DirectiveError" : "CommandFailed";
        return new CellError(name, message.Split('\n')[0], message.Split('\n'));
    }

    /// <summary>Puts the parser's message before its position, and explains unknown commands.</summary>
    private static string Explain(string message)
    {
        var found = Diagnostic().Match(message);
        if (!found.Success)
            return message;
        var text = found.Groups["text"].Value.Trim();
        var unknown = UnknownCommand().Match(text);
        if (unknown.Success)
            text = UnsupportedLanguages.Sentence(unknown.Groups["name"].Value) ?? $"The magic command #!{unknown.Groups["name"].Value} is unknown. #!lsmagic lists the known ones.";
        return $"{text}\n   line {int.Parse(found.Groups["line"].Value, System.Globalization.CultureInfo.InvariantCulture)}, {found.Groups["code"].Value}";
    }

    [GeneratedRegex(@"^\((?<line>\d+),\d+\): error (?<code>DNI\d+): (?<text>[^\n]*)")]
    private static partial Regex Diagnostic();

    [GeneratedRegex(@"'#!(?<name>[^']+)'")]
    private static partial Regex UnknownCommand();

    /// <summary>
    /// Combines an error with earlier messages of the same cell, which usually name the cause, such as a value that could not be shared.
    /// </summary>
    public static CellError After(string told, CellError error) =>
        told.Length == 0 || told.Contains(error.Message, StringComparison.Ordinal) || error.Traceback.Any(line => told.Contains(line, StringComparison.Ordinal) && line.Length > 0) ? error
            : new CellError(error.Name, told.Split('\n')[0], [.. told.Split('\n'), .. error.Traceback]);
}
