using System.Text.Json.Nodes;

namespace Notable.Widgets;

/// <summary>Declares attributes: the words that the machine-readable widget specification uses for its types.</summary>
internal static class Attributes
{
    public static WidgetAttribute<string> Text(string name, string defaultValue = "", params string[] allowed) =>
        new(name, new TextType(allowed), defaultValue);

    public static WidgetAttribute<string?> OptionalText(string name, params string[] allowed) =>
        new(name, new OptionalType<string>(new TextType(allowed)), null);

    public static WidgetAttribute<bool> Flag(string name, bool defaultValue = false) => new(name, new FlagType(), defaultValue);

    public static WidgetAttribute<bool?> OptionalFlag(string name) => new(name, new OptionalFlagType(), null);

    public static WidgetAttribute<int> Integer(string name, int defaultValue) => new(name, new IntegerType(), defaultValue);

    public static WidgetAttribute<double> Float(string name, double defaultValue) => new(name, new FloatType(), defaultValue);

    public static WidgetAttribute<ReadOnlyMemory<byte>> Bytes(string name) => new(name, new BytesType(), default);

    public static WidgetAttribute<IReadOnlyList<string>> Texts(string name) =>
        new(name, new ListType<string>(new TextType()), []);

    public static WidgetAttribute<IReadOnlyList<JsonObject>> Objects(string name) =>
        new(name, new ListType<JsonObject>(new ObjectType()), []);

    public static WidgetAttribute<T?> Reference<T>(string name)
        where T : Widget => new(name, new OptionalType<T>(new ReferenceType<T>()), null);

    public static WidgetAttribute<IReadOnlyList<T>> References<T>(string name)
        where T : Widget => new(name, new ListType<T>(new ReferenceType<T>()), []);
}
