using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.Formatting;

namespace Notable.Display;

/// <summary>Formats values for <see cref="MimeBundle.Of"/>.</summary>
internal static class ValueBundle
{
    private static Func<object, MimeBundle?>[] others = [];

    /// <summary>Adds a function that draws values of types that are unknown until their assembly is loaded.</summary>
    public static void Add(Func<object, MimeBundle?> draw) => others = [.. others, draw];

    public static MimeBundle Of(object? value, string[] mimeTypes)
    {
        DefaultFormats.Install();
        if (value is FormattedValue one)
            return MimeBundle.From([one]);
        if (value is IEnumerable<FormattedValue> many)
            return MimeBundle.From([.. many]);
        var type = value?.GetType();
        if (value is null || type is null)
            return MimeBundle.Text(Formatter.NullString);
        var registered = Formatter.RegisteredFormatters(includeDefaults: false).Where(format => format.Type.IsAssignableFrom(type)).Select(format => format.MimeType).ToHashSet();
        var isPreferred = mimeTypes.Length == 0;
        if (isPreferred)
        {
            mimeTypes = [.. Formatter.GetPreferredMimeTypesFor(type)];
            // No format was registered for the type: it displays itself, and a plain value is shown as text.
            if (mimeTypes is [var only] && only == Formatter.DefaultMimeType && !registered.Contains(only))
            {
                if (Drawn(value) is { } drawn)
                    return registered.Contains(MimeTypes.Text) ? drawn.With(MimeTypes.Text, Text(value)) : drawn;
                if (IsPlain(type))
                    return MimeBundle.Text(Text(value));
            }
        }
        value = LazySequence.Read(value);
        var bundle = MimeBundle.Text(mimeTypes.Contains(MimeTypes.Text) ? Form(value, MimeTypes.Text) : Text(value));
        foreach (var mimeType in mimeTypes.Where(mimeType => mimeType != MimeTypes.Text))
            bundle = bundle.With(mimeType, Drawn(value)?.Content(mimeType) is { } content && !registered.Contains(mimeType) ? content
                : Content(mimeType, Form(value, mimeType)));
        return isPreferred ? WithStill(bundle, value) : bundle;
    }

    /// <summary>
    /// Adds representations without script to a chart whose HTML draws it by script (such as an extension's), for front ends that block scripts.
    /// </summary>
    private static MimeBundle WithStill(MimeBundle bundle, object value)
    {
        if (others.Length == 0 || (string?)bundle.Content(MimeTypes.Html) is not { } html || !html.Contains("<script", StringComparison.OrdinalIgnoreCase)
            || others.Select(draw => draw(value)).FirstOrDefault(drawn => drawn is not null) is not { } still)
            return bundle;
        foreach (var mimeType in still.Types.Except(bundle.Types).ToArray())
            bundle = bundle.With(mimeType, still.Content(mimeType)!);
        return bundle;
    }

    /// <summary>Returns the content of a representation as bundles store it: JSON as JSON, everything else as a string.</summary>
    public static JsonNode Content(string mimeType, string text)
    {
        if (mimeType == MimeTypes.Html)
            return JsonValue.Create(FormatterStyles.Strip(text));
        if (mimeType == MimeTypes.Json || mimeType.EndsWith("+json", StringComparison.Ordinal))
            try
            {
                return JsonNode.Parse(text) ?? JsonValue.Create(text);
            }
            catch (JsonException)
            {
                // Not valid JSON: shown as is.
            }
        return JsonValue.Create(text);
    }

    private static MimeBundle? Drawn(object value) => value switch
    {
        IDisplayable displayable => displayable.ToMimeBundle(),
        byte[] bytes => BytesFormat.Format(bytes),
        ReadOnlyMemory<byte> bytes => BytesFormat.Format(bytes.Span),
        Memory<byte> bytes => BytesFormat.Format(bytes.Span),
        JsonNode json => MimeBundle.Json(json),
        JsonElement { ValueKind: not JsonValueKind.Undefined } json => MimeBundle.Json(JsonNode.Parse(json.GetRawText()) ?? JsonValue.Create("null")),
        JsonDocument json => MimeBundle.Json(JsonNode.Parse(json.RootElement.GetRawText()) ?? JsonValue.Create("null")),
        _ => others.Select(draw => draw(value)).FirstOrDefault(drawn => drawn is not null),
    };

    /// <summary>Returns whether text is enough for the type: HTML around a number adds nothing.</summary>
    private static bool IsPlain(Type type) =>
        type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(decimal) || type == typeof(DateTime) || type == typeof(DateTimeOffset)
        || type == typeof(DateOnly) || type == typeof(TimeOnly) || type == typeof(TimeSpan) || type == typeof(Guid) || type == typeof(System.Numerics.BigInteger)
        || type.IsAssignableTo(typeof(Exception)) || type.IsAssignableTo(typeof(Task)) || type.IsAssignableTo(typeof(Type))
        || ValueFormats.IsValueTask(type);

    /// <summary>Returns the text that every bundle has. If it throws, that is not an error, since there are other representations.</summary>
    public static string Text(object value)
    {
        try
        {
            return value.ToDisplayString(MimeTypes.Text);
        }
        catch (Exception error)
        {
            return ExceptionText.Describe(value, error);
        }
    }

    private static string Form(object value, string mimeType)
    {
        try
        {
            return value.ToDisplayString(mimeType);
        }
        catch (ArgumentException missing) when (missing.InnerException is null && missing.Message.StartsWith("No formatter is registered", StringComparison.Ordinal))
        {
            throw new FormatterException($"{TypeName.Of(value.GetType())} cannot be shown as {mimeType}: no format is registered. Use Formatter.Register<{TypeName.Of(value.GetType())}>(value => ..., \"{mimeType}\").", missing);
        }
        catch (Exception error) when (error is not (OperationCanceledException or ThreadInterruptedException))
        {
            throw new FormatterException($"The format of {TypeName.Of(value.GetType())} for {mimeType} failed: {ExceptionText.Describe(error)}", error);
        }
    }
}
