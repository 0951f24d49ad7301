namespace Notable.Kernel.Tests.Hosting;

public sealed class LanguagesBesideCSharp : PolyglotCells
{
    [Theory]
    [InlineData("#!html\n<b>bold</b>", "text/html", "<b>bold</b>")]
    [InlineData("#!markdown\n# Title", "text/markdown", "# Title")]
    [InlineData("#!javascript\nlet a = 1;", "text/html", "<script type=\"text/javascript\">let a = 1;</script>")]
    [InlineData("#!mermaid\ngraph TD; A-->B", "text/vnd.mermaid", "graph TD; A-->B")]
    public async Task Each_is_shown_in_its_own_form(string cell, string form, string content)
    {
        var (outcome, shown) = await Run(cell);

        Assert.Null(outcome.Error);
        Assert.Equal(content, Told(shown, form));
        Assert.NotEqual("", Told(shown));
    }

    [Fact]
    public async Task One_cell_may_have_several_of_them()
    {
        var (outcome, shown) = await Run("var one = 1;\n#!html\n<i>x</i>\n#!c#\nConsole.Write(one + 1);\n#!csharp\none");

        Assert.Equal("1", outcome.Value?.PlainText);
        Assert.Equal("<i>x</i>", Told(shown, "text/html"));
        Assert.EndsWith("2", Told(shown));
    }

    [Fact]
    public async Task A_cell_is_run_by_the_kernel_it_is_written_for() => Assert.Equal("<u>x</u>", Told((await Run("<u>x</u>", "html")).Shown, "text/html"));

    [Theory]
    [InlineData("#!fsharp\nlet x = 1", "F# is not available")]
    [InlineData("#!f#\nlet x = 1", "F# is not available")]
    [InlineData("#!pwsh\nGet-Date", "PowerShell is not available")]
    [InlineData("#!sql\nselect 1", "SQL is not available")]
    [InlineData("#!fsharp\n#!share --from csharp kept\nprintf \"%d\" kept", "F# is not available")]
    [InlineData("#!fsharp\n#!set --name kept --value 1\nkept", "F# is not available")]
    [InlineData("#!share --from fsharp list\nlist", "F# is not available")]
    public async Task Languages_that_are_not_here_say_so_and_the_state_survives(string cell, string sentence)
    {
        await Text("var kept = 5;");

        var error = await Error(cell);

        Assert.StartsWith(sentence, error.Message);
        Assert.Equal("5", await Text("kept"));
    }

    [Theory]
    [InlineData("#!fsharp\n#!share --from csharp kept\nprintf \"%d\" kept")]
    [InlineData("#!fsharp\nlet x = 1\n#!csharp\nkept")]
    public void Where_a_notebook_is_compiled_as_a_whole_they_say_so_too(string cell)
    {
        var error = Assert.Throws<Kernel.Scripting.NotebookCompilationException>(() => Cells.Compile("var kept = 5;", cell));

        Assert.Contains("F# is not available", error.Message);
        Assert.DoesNotContain("CS", error.Message);
    }

    [Fact]
    public async Task Errors_name_the_line_of_the_whole_cell()
    {
        Assert.Contains((await Error("#!html\n<i/>\n#!csharp\n\nint.Parse(\"x\");")).Traceback, line => line.Contains("cell 1, line 5: int.Parse(\"x\");"));
        Assert.Contains("cell 2, line 4", (await Error("#!html\n<i/>\n#!csharp\nint wrong = \"text\";")).Traceback[0]);
    }
}
