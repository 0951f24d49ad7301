using System.Text.Json.Nodes;

namespace Notable.Widgets;

/// <summary>Declares attributes, with the type names of the machine-readable widget specification.</summary>
internal static class Attributes
{
    /// <summary>The protocol's value for a picker without a fixed step.</summary>
    private const string Any = "any";

    public static WidgetAttribute<string> Text(string name, string defaultValue = "", params string[] allowed) =>
        new(name, new TextType(allowed), defaultValue);

    public static WidgetAttribute<string?> OptionalText(string name, string? defaultValue = null, params string[] allowed) =>
        new(name, new OptionalType<string>(new TextType(allowed)), defaultValue);

    public static WidgetAttribute<bool> Flag(string name, bool defaultValue = false) => new(name, new FlagType(), defaultValue);

    public static WidgetAttribute<bool?> OptionalFlag(string name) => new(name, new OptionalValueType<bool>(new FlagType()), null);

    public static WidgetAttribute<int> Integer(string name, int defaultValue) => new(name, new IntegerType(), defaultValue);

    public static WidgetAttribute<int?> OptionalInteger(string name, int? defaultValue = null) =>
        new(name, new OptionalValueType<int>(new IntegerType()), defaultValue);

    public static WidgetAttribute<int?> IntegerOrAny(string name, int defaultValue) =>
        new(name, new OptionalValueType<int>(new IntegerType(), Any), defaultValue);

    public static WidgetAttribute<double> Float(string name, double defaultValue) => new(name, new FloatType(), defaultValue);

    public static WidgetAttribute<double?> OptionalFloat(string name, double? defaultValue = null) =>
        new(name, new OptionalValueType<double>(new FloatType()), defaultValue);

    public static WidgetAttribute<double?> FloatOrAny(string name, double defaultValue) =>
        new(name, new OptionalValueType<double>(new FloatType(), Any), defaultValue);

    public static WidgetAttribute<(int Lower, int Upper)> IntegerRange(string name, int lower, int upper) =>
        new(name, new RangeType<int>(new IntegerType()), (lower, upper));

    public static WidgetAttribute<(double Lower, double Upper)> FloatRange(string name, double lower, double upper) =>
        new(name, new RangeType<double>(new FloatType()), (lower, upper));

    public static WidgetAttribute<DateOnly?> Date(string name) => new(name, new OptionalValueType<DateOnly>(new DateType()), null);

    public static WidgetAttribute<TimeOnly?> Time(string name) => new(name, new OptionalValueType<TimeOnly>(new TimeType()), null);

    public static WidgetAttribute<DateTime?> NaiveDatetime(string name) =>
        new(name, new OptionalValueType<DateTime>(new NaiveDatetimeType()), null);

    public static WidgetAttribute<DateTimeOffset?> Datetime(string name) =>
        new(name, new OptionalValueType<DateTimeOffset>(new DatetimeType()), null);

    public static WidgetAttribute<ReadOnlyMemory<byte>> Bytes(string name) => new(name, new BytesType(), default);

    public static WidgetAttribute<IReadOnlyList<string>> Texts(string name) =>
        new(name, new ListType<string>(new TextType()), []);

    public static WidgetAttribute<IReadOnlyList<int>> Integers(string name) => new(name, new ListType<int>(new IntegerType()), []);

    public static WidgetAttribute<IReadOnlyList<double>> Floats(string name) => new(name, new ListType<double>(new FloatType()), []);

    public static WidgetAttribute<IReadOnlyList<UploadedFile>> Files(string name) =>
        new(name, new ListType<UploadedFile>(new UploadedFileType()), []);

    public static WidgetAttribute<LinkEnd?> LinkEnd(string name) => new(name, new LinkEndType(), null);

    public static WidgetAttribute<IReadOnlyList<JsonObject>> Objects(string name) =>
        new(name, new ListType<JsonObject>(new ObjectType()), []);

    /// <summary>An attribute with a widget that each widget creates for itself; never null after that.</summary>
    public static WidgetAttribute<T> Own<T>(string name)
        where T : Widget => new(name, new ReferenceType<T>(), null!);

    public static WidgetAttribute<IReadOnlyList<T>> References<T>(string name)
        where T : Widget => new(name, new ListType<T>(new ReferenceType<T>()), []);
}
