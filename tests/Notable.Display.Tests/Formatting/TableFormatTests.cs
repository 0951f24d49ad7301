using System.Collections;
using System.Text.Json.Nodes;
using Notable.Tests;

namespace Notable.Display.Tests;

public class TableFormatTests
{
    private sealed record Note(string File, double Loss, int[] Size)
    {
        public DateOnly? Taken { get; init; }
    }

    private static void Match(string name, object value)
    {
        var bundle = Formatter.Format(value);
        Approved.Match(name, $"{bundle.PlainText}\n\n{bundle.Content(MimeTypes.Html)}\n");
    }

    [Fact]
    public void Objects_have_their_properties_as_columns() => Match("objects.txt", new[]
    {
        new Note("a.jpg", 0.25, [224, 112]) { Taken = new DateOnly(2024, 1, 31) },
        new Note("<script>alert(\"b & c\")</script>.jpg", 12.5, []),
    });

    [Fact]
    public void A_dictionary_has_keys_and_values() =>
        Match("dictionary.txt", new Dictionary<string, double> { ["usd50"] = 0.97, ["usd100"] = 0.03 });

    [Fact]
    public void Tuples_have_their_items_as_columns() => Match("tuples.txt", new[] { ("a.jpg", 50), ("b.jpg", 100) });

    [Fact]
    public void Items_of_several_kinds_share_one_table() =>
        Match("mixed.txt", new object?[] { 7, null, new { A = 1, B = "x" }, new { B = "y", C = 2.5 } });

    [Fact]
    public void One_object_is_a_table_of_its_properties() => Match("object.txt", new Note("a.jpg", 0.25, [224, 112]));

    [Fact]
    public void Plain_values_are_a_list() => Assert.Equal("[1, 2, 3]", Formatter.Format(new[] { 1, 2, 3 }).PlainText);

    [Fact]
    public void No_items_are_an_empty_list() => Assert.Equal("[]", Formatter.Format(Array.Empty<Note>()).PlainText);

    [Fact]
    public void An_untyped_hashtable_is_a_table() =>
        Assert.Contains("usd50  1", Formatter.Format(new Hashtable { ["usd50"] = 1 }).PlainText);

    [Fact]
    public void Json_stays_json() =>
        Assert.Equal("""{"a":[1]}""", Formatter.Format(JsonNode.Parse("""{"a":[1]}""")).Content(MimeTypes.Json)!.ToJsonString());

    [Fact]
    public void Fifty_rows_are_shown_and_the_rest_counted()
    {
        var bundle = Formatter.Format(Enumerable.Range(0, 170).Select(i => new { Number = i }).ToList());

        Assert.EndsWith("\n49\n… and 120 more", bundle.PlainText);
        Assert.Contains("… and 120 more", (string)bundle.Content(MimeTypes.Html)!);
    }

    [Fact]
    public void A_sequence_without_end_is_read_as_far_as_it_is_shown()
    {
        var read = 0;
        IEnumerable<int> Endless()
        {
            while (true)
                yield return read++;
        }

        Assert.EndsWith("49, … and more]", Formatter.Format(Endless()).PlainText);
        Assert.Equal(51, read);
    }
}
