using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.Formatting;

namespace Notable.Display;

/// <summary>Formats values for <see cref="MimeBundle.Of"/>.</summary>
internal static class ValueBundle
{
    private static Func<object, MimeBundle?>[] others = [];

    /// <summary>Adds a way to draw values of types that this assembly does not know before they are loaded.</summary>
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
            // Nobody has said how it looks: it says so itself, and a plain value is its text.
            if (mimeTypes is [var only] && only == Formatter.DefaultMimeType && !registered.Contains(only))
            {
                if (Drawn(value) is { } drawn)
                    return registered.Contains(MimeTypes.Text) ? drawn.With(MimeTypes.Text, Text(value)) : drawn;
                if (IsPlain(type))
                    return MimeBundle.Text(Text(value));
            }
        }
        value = Sequence.Read(value);
        var bundle = MimeBundle.Text(mimeTypes.Contains(MimeTypes.Text) ? Form(value, MimeTypes.Text) : Text(value));
        foreach (var mimeType in mimeTypes.Where(mimeType => mimeType != MimeTypes.Text))
            bundle = bundle.With(mimeType, Drawn(value)?.Content(mimeType) is { } content && !registered.Contains(mimeType) ? content
                : Content(mimeType, Form(value, mimeType)));
        return isPreferred ? WithStill(bundle, value) : bundle;
    }

    /// <summary>A chart whose HTML draws it by script (that of an extension) with the forms that need none, for where no script runs.</summary>
    private static MimeBundle WithStill(MimeBundle bundle, object value)
    {
        if (others.Length == 0 || (string?)bundle.Content(MimeTypes.Html) is not { } html || !html.Contains("<script", StringComparison.OrdinalIgnoreCase)
            || others.Select(draw => draw(value)).FirstOrDefault(drawn => drawn is not null) is not { } still)
            return bundle;
        foreach (var mimeType in still.Types.Except(bundle.Types).ToArray())
            bundle = bundle.With(mimeType, still.Content(mimeType)!);
        return bundle;
    }

    /// <summary>A form's content as bundles hold it: JSON as JSON, all else as a string.</summary>
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
                // It is no JSON after all: shown as it is.
            }
        return JsonValue.Create(text);
    }

    private static MimeBundle? Drawn(object value) => value switch
    {
        IDisplayable displayable => displayable.ToMimeBundle(),
        byte[] bytes => Bytes.Format(bytes),
        ReadOnlyMemory<byte> bytes => Bytes.Format(bytes.Span),
        Memory<byte> bytes => Bytes.Format(bytes.Span),
        JsonNode json => MimeBundle.Json(json),
        JsonElement { ValueKind: not JsonValueKind.Undefined } json => MimeBundle.Json(JsonNode.Parse(json.GetRawText()) ?? JsonValue.Create("null")),
        JsonDocument json => MimeBundle.Json(JsonNode.Parse(json.RootElement.GetRawText()) ?? JsonValue.Create("null")),
        _ => others.Select(draw => draw(value)).FirstOrDefault(drawn => drawn is not null),
    };

    /// <summary>Whether the type is shown as well by its text alone: HTML around a number says nothing more.</summary>
    private static bool IsPlain(Type type) =>
        type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(decimal) || type == typeof(DateTime) || type == typeof(DateTimeOffset)
        || type == typeof(DateOnly) || type == typeof(TimeOnly) || type == typeof(TimeSpan) || type == typeof(Guid) || type == typeof(System.Numerics.BigInteger)
        || type.IsAssignableTo(typeof(Exception)) || type.IsAssignableTo(typeof(Task)) || type.IsAssignableTo(typeof(Type))
        || ValueFormats.IsValueTask(type);

    /// <summary>The text that every bundle has. It stands beside other forms, so that one that throws is no error.</summary>
    public static string Text(object value)
    {
        try
        {
            return value.ToDisplayString(MimeTypes.Text);
        }
        catch (Exception error)
        {
            return Guard.Describe(value, error);
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
            throw new FormatterException($"The format of {TypeName.Of(value.GetType())} for {mimeType} failed: {Guard.Describe(error)}", error);
        }
    }
}
