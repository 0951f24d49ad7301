using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.DotNet.Interactive.Formatting;

namespace Notable.Display;

/// <summary>Formats of types that the library shows badly or not at all.</summary>
internal static class ValueFormats
{
    private static readonly ConcurrentDictionary<Type, Type?> asyncItems = [];

    /// <summary>All formats, in plain text and in HTML. A format that does not apply passes the value to the next.</summary>
    public static IReadOnlyList<ITypeFormatter> All { get; } =
    [
        // Keeps milliseconds, and does not mark a local time as UTC.
        .. Text<DateTime>((time, _) => time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture)),
        .. Text<DateTimeOffset>((time, _) => time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF zzz", CultureInfo.InvariantCulture)),
        .. Text<DateOnly>((date, _) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        .. Text<TimeOnly>((time, _) => time.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)),
        .. Text<Exception>((error, context) => context.Depth > 1 ? $"({ExceptionText.Describe(error)})" : error.ToString()),
        .. Text<string>((text, context) => context.Depth > 1 && text.Length > ExpansionLimits.NestedText ? text[..ExpansionLimits.NestedText] + "…" : null),
        .. Text<Task>((task, _) => Describe(task)),
        .. Text<object>((value, _) => IsValueTask(value.GetType()) ? DescribeValueTask(value) : null),
        .. Text<JsonElement>((json, _) => json.ValueKind == JsonValueKind.Undefined ? "undefined" : null),
        .. Text<byte[]>((bytes, _) => BytesFormat.Summary(bytes)),
        .. Text<ReadOnlyMemory<byte>>((bytes, _) => BytesFormat.Summary(bytes.Span)),
        .. Text<Memory<byte>>((bytes, _) => BytesFormat.Summary(bytes.Span)),
        .. Text<object>((value, _) => asyncItems.GetOrAdd(value.GetType(), AsyncItem) is { } item ? $"IAsyncEnumerable<{TypeName.Of(item)}>: read it with await foreach" : null),
        new Formatted<Array>(PlainTextFormatter.MimeType, (array, _) => array.Rank > 1 ? ArrayTable.Format(array).PlainText : null),
        new Formatted<Array>(HtmlFormatter.MimeType, (array, _) => array.Rank > 1 ? ArrayTable.Format(array).ToHtml() : null),
        new Formatted<IDisplayable>(PlainTextFormatter.MimeType, (value, _) => value.ToMimeBundle().PlainText),
        new Formatted<IDisplayable>(HtmlFormatter.MimeType, (value, _) => value.ToMimeBundle().ToHtml()),
    ];

    public static bool IsValueTask(Type type) =>
        type == typeof(ValueTask) || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueTask<>));

    private static Type? AsyncItem(Type type) => type.GetInterfaces()
        .FirstOrDefault(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>))?.GetGenericArguments()[0];

    private static ITypeFormatter[] Text<T>(Func<T, FormatContext, string?> format) =>
    [
        new Formatted<T>(PlainTextFormatter.MimeType, format),
        new Formatted<T>(HtmlFormatter.MimeType, (value, context) => format(value, context) is { } text ? MimeBundle.HtmlOf(text) : null),
    ];

    /// <summary>Describes a task's state and its result, if it has one, without waiting for it.</summary>
    private static string Describe(Task task)
    {
        var type = task.GetType();
        while (type.Name != "Task" && type.Name != "Task`1")
            type = type.BaseType!;
        var state = State(task.IsCompleted, task.IsCanceled, task.IsFaulted) + (task.Exception is { } error ? $", {ExceptionText.Describe(error)}" : "");
        var hasResult = task.IsCompletedSuccessfully && type.IsGenericType && type.GetGenericArguments()[0].Name != "VoidTaskResult";
        var name = type.IsGenericType && type.GetGenericArguments()[0].Name == "VoidTaskResult" ? "Task" : TypeName.Of(type);
        return hasResult ? $"{name} ({state}): {type.GetProperty(nameof(Task<>.Result))!.GetValue(task).ToDisplayString()}" : $"{name} ({state})";
    }

    private static string State(bool isCompleted, bool isCanceled, bool isFaulted) => isFaulted ? "faulted" : isCanceled ? "canceled" : isCompleted ? "completed" : "running";

    /// <summary>Describes a value task's state. The result is not read, because it can be read only once.</summary>
    private static string DescribeValueTask(object task)
    {
        var type = task.GetType();
        bool Is(string property) => (bool)type.GetProperty(property)!.GetValue(task)!;
        var state = State(Is(nameof(ValueTask.IsCompleted)), Is(nameof(ValueTask.IsCanceled)), Is(nameof(ValueTask.IsFaulted)));
        return $"{TypeName.Of(type)} ({state})";
    }

    /// <summary>A format that passes a value on if it returns null.</summary>
    private sealed class Formatted<T>(string mimeType, Func<T, FormatContext, string?> format) : ITypeFormatter
    {
        public Type Type => typeof(T);

        public string MimeType => mimeType;

        public bool Format(object instance, FormatContext context)
        {
            if (instance is not T value || format(value, context) is not { } text)
                return false;
            context.Writer.Write(text);
            return true;
        }
    }
}
