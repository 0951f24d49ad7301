using System.Text.RegularExpressions;
using Notable.Testing;

namespace Launch;

/// <summary>README.zh-CN.md says what README.md says: the same commands and code, the same parts, the same links.</summary>
public partial class ChineseReadmeMirrorsTheEnglish
{
    private static readonly string english = File.ReadAllText(Repository.Path("README.md"));
    private static readonly string chinese = File.ReadAllText(Repository.Path("README.zh-CN.md"));

    [Fact]
    public void Commands_and_code() => Assert.Equal(Code(english), Code(chinese));

    [Fact]
    public void Parts() => Assert.Equal(Headings().Matches(english).Select(Level), Headings().Matches(chinese).Select(Level));

    [Fact]
    public void Links() => Assert.Equal(Targets(english).Where(target => target != "README.zh-CN.md"), Targets(chinese).Where(target => target != "README.md"));

    [Fact]
    public void Each_leads_to_a_file()
    {
        foreach (var target in Targets(chinese).Where(target => !target.StartsWith("http")))
            Assert.True(Path.Exists(Repository.Path(target)), target);
    }

    // Comments are words, and translated.
    private static string[] Code(string readme) =>
        [.. Blocks().Matches(readme).SelectMany(block => block.Groups[1].Value.Split('\n')).Select(line => Comment().Replace(line, "").TrimEnd())];

    private static string[] Targets(string readme) => [.. Link().Matches(readme).Select(match => match.Groups[1].Value + match.Groups[2].Value).Order(StringComparer.Ordinal)];

    private static int Level(Match heading) => heading.Groups[1].Length;

    [GeneratedRegex("^```[a-z]*\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"\s+#.*$")]
    private static partial Regex Comment();

    [GeneratedRegex(@"^(#+) ", RegexOptions.Multiline)]
    private static partial Regex Headings();

    [GeneratedRegex(@"\]\(([^)]+)\)|src=""([^""]+)""")]
    private static partial Regex Link();
}
