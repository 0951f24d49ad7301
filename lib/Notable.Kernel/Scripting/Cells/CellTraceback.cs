using System.Diagnostics;
using System.Text.RegularExpressions;
using Notable.Display;
using Notable.Kernel.Interrupting;

namespace Notable.Kernel.Scripting.Cells;

/// <summary>Describes where an exception came from in terms of cells and lines, without frames of the host.</summary>
internal static partial class CellTraceback
{
    private const int MaxFrames = 50;

    /// <summary>Returns the lines of nbformat's <c>traceback</c>: the exception, then the frames, innermost first.</summary>
    public static IReadOnlyList<string> Of(Exception error, CellSources cells)
    {
        // Someone pressed Stop: there is no error to trace, so only the line is shown.
        if (error is CellInterruptedException or WorkStoppedException)
            return [error.Message, .. PlaceOf(error, cells) is { } place ? [place] : Array.Empty<string>()];
        List<string> lines = [$"{error.GetType().FullName}: {error.Message}", .. Frames(error, cells)];
        for (var cause = error.InnerException; cause is not null; cause = cause.InnerException)
            lines.AddRange([$"caused by {cause.GetType().FullName}: {cause.Message}", .. Frames(cause, cells)]);
        return lines;
    }

    private static IEnumerable<string> Frames(Exception error, CellSources cells)
    {
        // After a stack overflow, reading half a million identical frames would take seconds. The message names the method.
        if (error is InsufficientExecutionStackException)
            return [];
        var frames = new StackTrace(error, fNeedFileInfo: true).GetFrames();
        // Frames outside the outermost cell are the host's.
        var last = Array.FindLastIndex(frames, frame => cells.PlaceOf(frame.GetFileName()) is not null);
        return frames.Take(last + 1).Where(IsOfInterest).Take(MaxFrames).Select(frame => Describe(frame, cells));
    }

    /// <summary>Returns the innermost line of a cell that was running.</summary>
    private static string? PlaceOf(Exception? error, CellSources cells)
    {
        for (; error is not null; error = error.InnerException)
            if (new StackTrace(error, fNeedFileInfo: true).GetFrames().FirstOrDefault(frame => cells.PlaceOf(frame.GetFileName()) is not null) is { } frame)
                return Describe(frame, cells);
        return null;
    }

    private static string Describe(StackFrame frame, CellSources cells)
    {
        var method = frame.GetMethod();
        if (cells.PlaceOf(frame.GetFileName()) is not { } place)
            return $"   at {method?.DeclaringType?.FullName}.{method?.Name}";
        var line = frame.GetFileLineNumber();
        return $"   {place}, line {line}{NameOf(method)}: {cells.Line(place, line).Trim()}";
    }

    private static bool IsOfInterest(StackFrame frame) =>
        frame.GetMethod()?.DeclaringType?.Namespace
            is not ("System.Runtime.CompilerServices" or "System.Runtime.ExceptionServices" or "Notable.Kernel.Interrupting");

    /// <summary>Returns a method's name in the source. The compiler generates other names for lambdas, iterators and async methods.</summary>
    private static string NameOf(System.Reflection.MethodBase? method)
    {
        var wrapped = Written().Match($"{method?.DeclaringType?.Name}.{method?.Name}");
        var name = wrapped.Success ? wrapped.Groups["name"].Value : method?.Name;
        return name is null or "Initialize" or "MoveNext" || name.StartsWith('<') ? "" : $", in {name}";
    }

    [GeneratedRegex("<<?(?<name>[A-Za-z_][A-Za-z0-9_]*)>")]
    private static partial Regex Written();
}
