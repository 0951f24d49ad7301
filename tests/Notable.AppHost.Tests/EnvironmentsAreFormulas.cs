using System.Net;
using System.Text.RegularExpressions;
using Notable.AppHost.Pages;

namespace Notable.AppHost.Tests;

/// <summary>LaTeX environments without dollar signs are displayed math, as in Jupyter.</summary>
public class EnvironmentsAreFormulas
{
    [Theory]
    [InlineData("\\begin{align}\na_1 &= b_1 \\\\\n- c &< d\n\\end{align}")]
    [InlineData("\\begin{align*} x &= 1 \\\\[2pt] y &= 2 \\end{align*}")]
    [InlineData("\\begin{equation}\nx\n=\n1\n\\end{equation}")]
    [InlineData("\\begin{equation*}\n\\begin{aligned}\n+ a &= b\n\\end{aligned}\n\\end{equation*}")]
    [InlineData("\\begin{gather}\na \\\\ *b* \\\\ _c_\n\\end{gather}")]
    [InlineData("\\begin{alignat}{2}\na &= b\n\\end{alignat}")]
    [InlineData("\\begin{cases} 1 \\\\ \\begin{cases} 2 \\end{cases} \\end{cases}")]
    [InlineData("\\begin{array}{c|c}\na & b \\\\\n--- & ---\n\\end{array}")]
    [InlineData("\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}")]
    public void On_their_own_and_within_text(string tex)
    {
        Assert.Equal([tex], Formulas(tex));
        Assert.Equal([tex], Formulas($"# Title\n\n{tex}\n\ntext"));
        Assert.Equal([tex, tex], Formulas($"before\n{tex}\nbetween\n\n- a\n\n{tex}\n"));
        var line = tex.Replace('\n', ' ');
        Assert.Equal([line, line], Formulas($"where {line}, and\n\n> - {line} holds"));
    }

    [Theory]
    [InlineData("`\\begin{align}a\\end{align}`")]
    [InlineData("```\n\\begin{align}a\\end{align}\n```")]
    [InlineData("    \\begin{align}a\\end{align}")]
    [InlineData("\\\\begin{align}a\\\\end{align}")]
    [InlineData("\\begin{align}\na\n\nb\n\\end{align}")]
    [InlineData("\\begin{align}a\\end{gather}")]
    [InlineData("\\begin{itemize}\\item a\\end{itemize}")]
    public void Code_unclosed_ones_and_lists_are_none(string markdown)
    {
        Assert.Empty(Formulas(markdown));
        Assert.Contains("begin{", MarkdownText.ToHtml(markdown));
    }

    [Theory]
    [InlineData("$$\n\\begin{align}\na\n\\end{align}\n$$")]
    [InlineData("$$\\begin{align}\na\n\\end{align}$$")]
    [InlineData("so: $$x\n\\begin{align}\na\n\\end{align}\ny$$")]
    public void Within_dollars_they_are_one_formula(string markdown) =>
        Assert.Contains("\\begin{align}\na\n\\end{align}", Assert.Single(Formulas(markdown)));

    [Fact]
    public void What_is_in_them_is_no_html() =>
        Assert.DoesNotContain("<img", MarkdownText.ToHtml("\\begin{align}\n<img src=x onerror=alert(1)>\n\\end{align} \\begin{align}<img src=x>\\end{align}"));

    [Fact]
    public void Many_that_never_end_take_no_time()
    {
        var source = string.Concat(Enumerable.Repeat("\\begin{align}\n", 20_000));
        Assert.Empty(Formulas(source));
    }

    /// <summary>The formulas that the page's script will find.</summary>
    private static IEnumerable<string> Formulas(string markdown) =>
        from Match found in Regex.Matches(MarkdownText.ToHtml(markdown), @"<(div|span) class=""math"">\s*\\\[(.*?)\\\]\s*</\1>", RegexOptions.Singleline)
        select WebUtility.HtmlDecode(found.Groups[2].Value.Trim('\n'));
}
