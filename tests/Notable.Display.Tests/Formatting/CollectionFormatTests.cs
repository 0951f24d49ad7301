using System.Text.Json;
using System.Text.Json.Nodes;

namespace Notable.Display.Tests;

[Collection(nameof(FormatterSettings))]
public class CollectionFormatTests
{
    private sealed record Note(string File, double Loss);

    [Fact]
    public void Plain_values_are_a_list() => Assert.Equal("[ 1, 2, 3 ]", MimeBundle.Of(new[] { 1, 2, 3 }).PlainText);

    [Fact]
    public void Objects_are_shown_by_their_properties_in_text_and_html()
    {
        var bundle = MimeBundle.Of(new[] { new Note("<script>alert(1)</script>.jpg", 12.5) });

        Assert.Contains("File: <script>alert(1)</script>.jpg\n        Loss: 12.5", bundle.PlainText.ReplaceLineEndings("\n"));
        Assert.Contains("&lt;script&gt;", (string)bundle.Content(MimeTypes.Html)!);
        Assert.DoesNotContain("<script>", (string)bundle.Content(MimeTypes.Html)!);
    }

    [Fact]
    public void A_table_has_a_column_per_property()
    {
        var html = MimeBundle.TableHtml(new[] { new Note("a.jpg", 0.25), new Note("<b>", 1) });

        Assert.Matches("<thead>.*File.*Loss.*</thead>", html);
        Assert.Contains("&lt;b&gt;", html);
    }

    [Fact]
    public void An_array_of_tuples_is_shown_by_its_items()
    {
        var text = MimeBundle.Of(new[] { ("a.jpg", 50), ("b.jpg", 100) }).PlainText;

        Assert.Contains("a.jpg, 50", text);
        Assert.Contains("b.jpg, 100", text);
    }

    [Fact]
    public void Groups_keep_their_keys()
    {
        var bundle = MimeBundle.Of(new[] { 1, 2, 3 }.GroupBy(number => number % 2 == 0 ? "even" : "odd"));

        Assert.Contains("Key: odd", bundle.PlainText);
        Assert.Contains("[ 1, 3 ]", bundle.PlainText);
        Assert.Contains("even", (string)bundle.Content(MimeTypes.Html)!);
    }

    [Fact]
    public void An_array_of_two_dimensions_has_rows()
    {
        var bundle = MimeBundle.Of(new[,] { { 1, 2, 3 }, { 4, 5, 6 } });

        Assert.Equal("[ 1, 2, 3 ]\n[ 4, 5, 6 ]", bundle.PlainText);
        Assert.Contains("<tr><td>4</td><td>5</td><td>6</td></tr>", (string)bundle.Content(MimeTypes.Html)!);
        Assert.Contains("(100 x 2 in all)", MimeBundle.Of(new int[100, 2]).PlainText);
    }

    [Fact]
    public void An_array_of_more_dimensions_is_so_many_tables()
    {
        var bundle = MimeBundle.Of(new[, ,] { { { 1, 2 }, { 3, 4 } }, { { 5, 6 }, { 7, 8 } } });

        Assert.Equal("[0, ...]\n[ 1, 2 ]\n[ 3, 4 ]\n\n[1, ...]\n[ 5, 6 ]\n[ 7, 8 ]", bundle.PlainText);
        Assert.Contains("<div>[1, ...]</div><table><tbody><tr><td>5</td>", (string)bundle.Content(MimeTypes.Html)!);
        Assert.Contains("(1000 x 1000 x 1 x 1 in all)", MimeBundle.Of(new int[1000, 1000, 1, 1]).PlainText);
        Assert.Equal("", MimeBundle.Of(new int[0, 2, 2]).PlainText);
        Assert.Contains("[7, 3, ...]\n[ 0 ]", MimeBundle.Of(Array.CreateInstance(typeof(int), [1, 1, 1, 1], [7, 3, 1, 1])).PlainText);
    }

    [Fact]
    public void An_array_of_two_dimensions_has_rows_inside_another_value_too()
    {
        var bundle = MimeBundle.Of(new { Matrix = new[,] { { 1, 2 }, { 3, 4 } } });

        Assert.Contains("[ 1, 2 ]\n[ 3, 4 ]", bundle.PlainText);
        Assert.Contains("<tr><td>3</td><td>4</td></tr>", (string)bundle.Content(MimeTypes.Html)!);
    }

    [Fact]
    public void Json_stays_json()
    {
        Assert.Equal("""{"a":[1]}""", MimeBundle.Of(JsonNode.Parse("""{"a":[1]}""")).Content(MimeTypes.Json)!.ToJsonString());
        Assert.Equal("[1]", MimeBundle.Of(JsonDocument.Parse("[1]")).Content(MimeTypes.Json)!.ToJsonString());
        Assert.Equal("undefined", MimeBundle.Of(default(JsonElement)).PlainText);
    }

    [Fact]
    public void A_bundle_is_shown_as_it_is() =>
        Assert.Equal("<i>x</i>", (string)MimeBundle.Of(MimeBundle.Html("<i>x</i>", "x")).Content(MimeTypes.Html)!);

    [Fact]
    public void A_sequence_without_end_is_read_once_and_as_far_as_it_is_shown()
    {
        var read = 0;
        IEnumerable<int> Endless()
        {
            while (true)
                yield return read++;
        }

        var bundle = MimeBundle.Of(Endless());

        Assert.EndsWith("19 ... (more) ]", bundle.PlainText);
        Assert.Contains("19 ... (more)", (string)bundle.Content(MimeTypes.Html)!);
        Assert.Equal(21, read);
    }
}
