namespace Notable.Display.Tests;

public class HostileValueTests
{
    private sealed record Node(string Name)
    {
        public Node? Next { get; set; }
    }

    private sealed class Broken
    {
        public string Works => "fine";

        public string Fails => throw new InvalidOperationException("disk <gone>");

        public ReadOnlySpan<byte> Span => [1];

        public string this[int index] => index.ToString();
    }

    private sealed class NoText
    {
        public override string ToString() => throw new NotSupportedException("never");
    }

    [Fact]
    public void A_record_that_contains_itself_is_shown_to_a_small_depth()
    {
        var node = new Node("a");
        node.Next = node;

        Assert.Contains("Node { Name = a, Next = Node { Name = a, Next = Node } }", Formatter.Format(node).PlainText);
        Assert.Contains("Node { Name = a", Formatter.Format(new[] { node }).PlainText);
    }

    [Fact]
    public void A_list_that_contains_itself_is_shown_to_a_small_depth()
    {
        var list = new List<object>();
        list.Add(list);

        Assert.Equal("[[[List<Object>]]]", Formatter.Format(list).PlainText);
    }

    [Fact]
    public void A_getter_that_throws_leaves_the_others_to_be_seen()
    {
        var bundle = Formatter.Format(new Broken());

        Assert.Contains("Works     fine", bundle.PlainText);
        Assert.Contains("Fails     (InvalidOperationException: disk <gone>)", bundle.PlainText);
        Assert.Contains("disk &lt;gone&gt;", (string)bundle.Content(MimeTypes.Html)!);
        Assert.DoesNotContain("Span", bundle.PlainText);
    }

    [Fact]
    public void A_text_that_throws_is_told() =>
        Assert.Equal("(NoText: NotSupportedException: never)", Formatter.Format(new NoText()).PlainText);

    [Fact]
    public void A_sequence_that_throws_shows_what_came_before()
    {
        static IEnumerable<int> Failing()
        {
            yield return 1;
            throw new IOException("cable");
        }

        Assert.Equal("[1, … ended by IOException: cable]", Formatter.Format(Failing()).PlainText);
    }

    [Fact]
    public void Keys_and_headings_are_escaped_in_html()
    {
        var html = (string)Formatter.Format(new Dictionary<string, string> { ["<i>"] = "\"&'" }).Content(MimeTypes.Html)!;

        Assert.Contains("&lt;i&gt;", html);
        Assert.DoesNotContain("<i>", html);
        Assert.Contains("&quot;&amp;&#39;", html);
    }

    [Fact]
    public void A_long_text_in_a_cell_is_cut()
    {
        var html = (string)Formatter.Format(new[] { new { Text = new string('x', 1_000_000) } }).Content(MimeTypes.Html)!;

        Assert.InRange(html.Length, 200, 1000);
    }
}
