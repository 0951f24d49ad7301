using System.Collections;

namespace Notable.Display;

/// <summary>A value in one short line, as a table's cell: nested values to a small depth, so that cycles end.</summary>
internal static class Brief
{
    private const int MaxCharacters = 200;
    private const int MaxItems = 10;
    private const int MaxDepth = 2;

    public static string Of(object? value) => Cut(Nested(value, 0));

    public static string Of(Member member, object owner) => Cut(Nested(member, owner, 0));

    private static string Nested(Member member, object owner, int depth)
    {
        object? value;
        try
        {
            value = member.Read(owner);
        }
        catch (Exception error)
        {
            return $"({Guard.Describe(error)})";
        }
        return Nested(value, depth);
    }

    private static string Nested(object? value, int depth) => value switch
    {
        null => "null",
        string text => text,
        byte[] bytes => Bytes.Summary(bytes),
        ReadOnlyMemory<byte> bytes => Bytes.Summary(bytes.Span),
        Memory<byte> bytes => Bytes.Summary(bytes.Span),
        IEnumerable items => depth < MaxDepth ? List(items, depth + 1) : TypeName.Of(value.GetType()),
        _ => Shape.Of(value.GetType()) is { Members.Count: > 0 } shape
            ? depth < MaxDepth ? Parts(value, shape, depth + 1) : TypeName.Of(value.GetType())
            : Scalar.Text(value),
    };

    private static string List(IEnumerable items, int depth)
    {
        var texts = new List<string>();
        try
        {
            foreach (var item in items)
            {
                if (texts.Count == MaxItems)
                {
                    texts.Add("…");
                    break;
                }
                texts.Add(Cut(Nested(item, depth)));
            }
        }
        catch (Exception error)
        {
            texts.Add($"({Guard.Describe(error)})");
        }
        return $"[{string.Join(", ", texts)}]";
    }

    private static string Parts(object value, Shape shape, int depth) =>
        $"{TypeName.Of(value.GetType())} {{ {string.Join(", ", shape.Members.Take(MaxItems)
            .Select(member => $"{member.Name} = {Cut(Nested(member, value, depth))}"))} }}";

    private static string Cut(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= MaxCharacters ? line : line[..(MaxCharacters - 1)] + '…';
    }
}
