using Notable.Kernel.Language;

namespace Notable.Kernel.Tests.Hosting;

/// <summary>What people who come from IPython, or mistype a name, expect a kernel to understand.</summary>
public sealed class ComfortsOfCells : PolyglotCells
{
    [Theory]
    [InlineData("text.Substring?")]
    [InlineData("text.Substring??")]
    [InlineData("?text.Substring")]
    [InlineData("  text.Substring ? ")]
    public async Task A_question_mark_behind_a_name_shows_its_help(string question)
    {
        await Text("var text = \"fifty\";");
        var help = await Text(question);
        Assert.Contains("string string.Substring(int startIndex", help);
        Assert.Equal("complete", Completeness.Of(question).Status);
    }

    [Fact]
    public async Task A_question_about_an_unknown_name_says_so() => Assert.Contains("'nothingAtAll' does not exist", await Text("nothingAtAll?"));

    [Theory]
    [InlineData("true ? 1 : 2")]
    [InlineData("int? x = 1; x")]
    public async Task Other_question_marks_stay_csharp(string code) => Assert.Equal("1", await Text(code));

    [Theory]
    [InlineData("text.Substrng(1)", "Did you mean 'Substring'?")]
    [InlineData("text.Frist()", "Did you mean 'First'?")]
    [InlineData("txet.Length", "Did you mean 'text'?")]
    [InlineData("Math.Sqtr(2)", "Did you mean 'Sqrt'?")]
    [InlineData("new StringBuidler()", "Did you mean 'StringBuilder'?")]
    public async Task A_mistyped_name_gets_the_one_that_was_meant(string code, string suggestion)
    {
        await Text("var text = \"fifty\";");
        Assert.Contains(suggestion, (await Error(code)).Message);
    }

    [Fact]
    public async Task A_name_that_is_like_no_other_gets_none() => Assert.DoesNotContain("Did you mean", (await Error("qqqqzzzz + 1")).Message);

    [Fact]
    public async Task Display_is_a_function_under_both_names() => Assert.Equal("55", await Text("Display(5); display(5);"));
}
