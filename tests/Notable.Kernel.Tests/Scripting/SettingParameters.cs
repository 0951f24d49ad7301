using Notable.Kernel.Notebooks;
using Notable.Kernel.Scripting;
using static Notable.Kernel.Tests.Cells;

namespace Notable.Kernel.Tests.Scripting;

public class SettingParameters
{
    private const string Defaults = """
        string data = "bills";   // where the photos are
        int epochs = 4, batch = 64;
        double rate = 1e-3;
        var seed = -42;
        var deep = false;
        string? weights = null;
        var when = DateTime.Now;
        """;

    [Fact]
    public void The_names_and_types_are_read_from_the_tagged_cell()
    {
        Assert.Equal(
            ["data string", "epochs int", "batch int", "rate double", "seed int", "deep bool", "weights string?", "when var"],
            Parameters.Of(Tagged()).Select(parameter => $"{parameter.Name} {parameter.Type}"));
        Assert.Empty(Parameters.Of(Notebook("int x = 1;")));
    }

    [Fact]
    public void Values_replace_the_defaults()
    {
        var notebook = Tagged();
        Parameters.Inject(notebook, new Dictionary<string, string>
        {
            ["data"] = "../photos", ["epochs"] = "2", ["rate"] = "0.5", ["deep"] = "True", ["seed"] = "7", ["weights"] = "w",
        });
        Assert.Equal(["injected-parameters"], notebook.Cells[1].Tags);
        Assert.Equal(
            ["// Parameters", "data = \"../photos\";", "epochs = 2;", "rate = 0.5d;", "deep = true;", "seed = 7;", "weights = \"w\";"],
            notebook.Cells[1].Source.Split('\n'));
    }

    [Fact]
    public void Values_injected_earlier_are_replaced()
    {
        var notebook = Tagged();
        Parameters.Inject(notebook, new Dictionary<string, string> { ["epochs"] = "2" });
        Parameters.Inject(notebook, new Dictionary<string, string> { ["epochs"] = "3" });
        Assert.Equal(3, notebook.Cells.Count);
        Assert.EndsWith("epochs = 3;", notebook.Cells[1].Source);
    }

    [Theory]
    [InlineData("\"; throw new Exception(); \"")]
    [InlineData("back\\slash \\\" quote")]
    [InlineData("line\nbreak\r\n\u2028\u0000\ttab")]
    [InlineData("{data} $ @ \ud83d\ude00 \ud800")]
    [InlineData("")]
    public async Task A_text_is_never_read_as_code(string text)
    {
        var compiled = CompiledNotebook.Compile(Tagged(), ScriptEnvironment.Default, new Dictionary<string, string> { ["data"] = text });
        await using var session = new NotebookSession(compiled, new Notable.Widgets.NoChannel());
        await session.RunAsync(TestContext.Current.CancellationToken);
        Assert.Equal(text, session.Runs[2].Text());
    }

    [Fact]
    public void Compiling_with_values_leaves_the_notebook_as_it_was()
    {
        var notebook = Tagged();
        CompiledNotebook.Compile(notebook, ScriptEnvironment.Default, new Dictionary<string, string> { ["epochs"] = "1" });
        Assert.Equal(2, notebook.Cells.Count);
    }

    [Theory]
    [InlineData("epoch", "1", "no parameter 'epoch'. It has data (string), epochs (int)")]
    [InlineData("epochs", "many", "found 'many', expected a number of type int")]
    [InlineData("epochs", "1; Evil()", "expected a number of type int")]
    [InlineData("epochs", "99999999999", "expected a number of type int")]
    [InlineData("rate", "NaN", "expected a number of type double")]
    [InlineData("deep", "yes", "expected true or false")]
    [InlineData("when", "2026-01-01", "declared as var")]
    public void What_cannot_be_set_is_named(string name, string value, string reason)
    {
        var notebook = Tagged();
        var error = Assert.Throws<ParameterException>(() => Parameters.Inject(notebook, new Dictionary<string, string> { [name] = value }));
        Assert.Contains(reason, error.Message);
        Assert.Equal(2, notebook.Cells.Count);
    }

    [Fact]
    public void A_notebook_that_takes_none_says_so()
    {
        var error = Assert.Throws<ParameterException>(() => Parameters.Inject(Notebook("1"), new Dictionary<string, string> { ["x"] = "1" }));
        Assert.Contains("tagged 'parameters'", error.Message);
    }

    private static Notebook Tagged() => new(Code(Defaults, "parameters"), Code("data"));
}
