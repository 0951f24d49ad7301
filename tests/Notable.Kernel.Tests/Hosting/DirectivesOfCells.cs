using Notable.Testing;

namespace Notable.Kernel.Tests.Hosting;

public sealed class DirectivesOfCells : PolyglotCells
{
    [Fact]
    public async Task They_are_listed_with_what_they_do()
    {
        var list = await Text("#!lsmagic");

        foreach (var name in (string[])["#!about", "#!csharp", "#!html", "#!import", "#!javascript", "#!lsmagic", "#!markdown", "#!mermaid", "#!set", "#!share", "#!time", "#!value", "#!who", "#!whos"])
            Assert.Contains(name, list);
    }

    [Fact]
    public async Task The_kernel_tells_what_it_is() => Assert.Contains("Notable", await Text("#!about"));

    [Fact]
    public async Task Time_is_told_after_the_cell() => Assert.Matches(@"^done\n?Wall time: [\d.]+ m?s$", await Text("#!time\nConsole.Write(\"done\");"));

    [Fact]
    public async Task Variables_are_listed()
    {
        await Text("var first = 1; var second = \"two\";");

        Assert.Contains("first", await Text("#!who"));
        var all = await Text("#!whos");
        Assert.Contains("second", all);
        Assert.Contains("two", all);
    }

    [Fact]
    public async Task An_unknown_one_is_named_and_the_state_survives()
    {
        await Text("var kept = 1;");

        var error = await Error("#!nosuch thing\nvar never = 2;");

        Assert.Equal("The magic command #!nosuch is unknown. #!lsmagic lists the known ones.", error.Message);
        Assert.Equal("1", await Text("kept"));
        Assert.Equal("CompilationError", (await Error("never")).Name);
    }

    [Fact]
    public async Task A_missing_parameter_is_named() => Assert.Contains("--file", (await Error("#!import")).Message);

    [Fact]
    public async Task Notebooks_and_files_are_imported()
    {
        using var folder = new TemporaryFolder();
        var token = TestContext.Current.CancellationToken;
        Cells.Notebook("int Twice(int x) => x * 2;", "#!html\n<b>from there</b>", "var two = 2;").Save(folder["lib.ipynb"]);
        await File.WriteAllTextAsync(folder["more.cs"], "int Thrice(int x) => x * 3;\nvar broken = int.Parse(\"x\");", token);
        await File.WriteAllTextAsync(folder["page.dib"], "#!csharp\nvar dib = 9;\n#!markdown\n# prose\n#!html\n<i>dib</i>\n", token);

        var (outcome, shown) = await Run($"#!import {folder["lib.ipynb"]}\nTwice(two)");
        Assert.Equal("4", outcome.Value?.PlainText);
        Assert.Equal("<b>from there</b>", Told(shown, "text/html"));
        Assert.Contains((await Error($"#!import \"{folder["more.cs"]}\"")).Traceback, line => line.Contains("more.cs, line 2"));
        Assert.Equal("6", await Text("Thrice(two)"));
        Assert.Equal("9", await Text($"#!import {folder["page.dib"]}\ndib").ContinueWith(text => text.Result[^1..], token));
        Assert.Contains("no-such.ipynb", (await Error("#!import no-such.ipynb")).Message);
    }

    [Fact]
    public async Task A_notebook_that_imports_itself_ends()
    {
        using var folder = new TemporaryFolder();
        Cells.Notebook($"#!import {folder["self.ipynb"]}").Save(folder["self.ipynb"]);

        Assert.Contains("does one import itself?", (await Error($"#!import {folder["self.ipynb"]}")).Message);
    }
}
