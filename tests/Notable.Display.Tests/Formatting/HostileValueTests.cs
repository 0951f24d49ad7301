namespace Notable.Display.Tests;

[Collection(nameof(FormatterSettings))]
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
    public void A_record_that_contains_itself_ends()
    {
        var node = new Node("a");
        node.Next = node;

        Assert.Contains("Name: a", MimeBundle.Of(node).PlainText);
        Assert.Contains("Node …", MimeBundle.Of(node).PlainText);
        Assert.InRange(((string)MimeBundle.Of(node).Content(MimeTypes.Html)!).Length, 1, 10_000);
        Assert.Contains("Name: a", MimeBundle.Of(new[] { node }).PlainText);
    }

    [Fact]
    public void A_list_that_contains_itself_ends()
    {
        var list = new List<object>();
        list.Add(list);
        list.Add(list);

        Assert.Contains("List<Object> …", MimeBundle.Of(list).PlainText);
        Assert.Contains("List&lt;Object&gt; …", (string)MimeBundle.Of(list).Content(MimeTypes.Html)!);
    }

    [Fact]
    public void Lists_without_end_are_shown_to_a_small_depth()
    {
        static IEnumerable<object> Deeper()
        {
            yield return Deeper();
            yield return Deeper();
        }

        Assert.InRange(MimeBundle.Of(Deeper()).PlainText.Length, 10, 100_000);
    }

    [Fact]
    public void A_large_graph_is_shown_as_far_as_it_is_reasonable()
    {
        var bundle = MimeBundle.Of(Tree.Make(20, 4));

        Assert.InRange(((string)bundle.Content(MimeTypes.Html)!).Length, 1_000, 3_000_000);
    }

    private sealed record Tree(List<Tree> Branches)
    {
        public static Tree Make(int width, int depth) => new([.. Enumerable.Range(0, depth == 0 ? 0 : width).Select(_ => Make(width, depth - 1))]);
    }

    [Fact]
    public void A_getter_that_throws_leaves_the_others_to_be_seen()
    {
        var bundle = MimeBundle.Of(new Broken());

        Assert.Contains("Works: fine", bundle.PlainText);
        Assert.Contains("Fails: (InvalidOperationException: disk <gone>)", bundle.PlainText);
        Assert.Contains("(InvalidOperationException: disk &lt;gone&gt;)", (string)bundle.Content(MimeTypes.Html)!);
    }

    [Fact]
    public void A_text_that_throws_is_told() =>
        Assert.Equal("(NoText: NotSupportedException: never)", MimeBundle.Of(new NoText()).PlainText);

    [Fact]
    public void A_sequence_that_throws_shows_what_came_before()
    {
        static IEnumerable<int> Failing()
        {
            yield return 1;
            throw new IOException("cable");
        }

        Assert.Equal("[ 1 ] (ended by IOException: cable)", MimeBundle.Of(Failing()).PlainText);
    }

    [Fact]
    public void Keys_and_headings_are_escaped_in_html()
    {
        var html = (string)MimeBundle.Of(new Dictionary<string, string> { ["<i>"] = "\"&'" }).Content(MimeTypes.Html)!;

        Assert.Contains("&lt;i&gt;", html);
        Assert.DoesNotContain("<i></", html);
        Assert.Contains("&quot;&amp;&#39;", html);
    }

    [Fact]
    public void A_long_text_in_a_cell_is_cut()
    {
        var html = (string)MimeBundle.Of(new[] { new { Text = new string('x', 1_000_000) } }).Content(MimeTypes.Html)!;

        Assert.InRange(html.Length, 200, 4_000);
    }
}
