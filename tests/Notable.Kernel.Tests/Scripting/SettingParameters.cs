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
            ["data string", "epochs int", "batch int", "rate double", "seed int", "deep bool", "weights string?", "when DateTime"],
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
    [InlineData("rate", "0,001", "found '0,001', expected a number of type double, with a decimal point")]
    [InlineData("rate", "1,000.5", "expected a number of type double")]
    [InlineData("epochs", "1,5", "expected a number of type int")]
    [InlineData("epochs", "1.0", "expected a number of type int")]
    [InlineData("when", "01/02/2026", "expected a date such as 2026-01-31")]
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

    [Theory]
    [InlineData("const int x = 5;", "7", "7")]
    [InlineData("readonly int x = 5;", "7", "7")]
    [InlineData("String x = \"a\";", "b", "b")]
    [InlineData("Int32 x = 5;", "-7", "-7")]
    [InlineData("uint x = 5;", "7", "7")]
    [InlineData("byte x = 5;", "255", "255")]
    [InlineData("long x = 5;", "99999999999", "99999999999")]
    [InlineData("ulong x = 5;", "18446744073709551615", "18446744073709551615")]
    [InlineData("float x = 5;", "0.25", "0.25")]
    [InlineData("decimal x = 5;", "1.50", "1.50")]
    [InlineData("double x = 5;", "1e-3", "0.001")]
    [InlineData("var x = 10 * 2;", "7", "7")]
    [InlineData("var x = 1.0 / 3;", "0.5", "0.5")]
    [InlineData("char x = 'a';", "'", "'")]
    [InlineData("int? x = null;", "7", "7")]
    [InlineData("int? x = 5;", "null", "null")]
    [InlineData("bool? x = null;", "true", "True")]
    [InlineData("DayOfWeek x = DayOfWeek.Monday;", "friday", "Friday")]
    [InlineData("enum Size { Small, @else } Size x = Size.Small;", "else", "else")]
    [InlineData("const DayOfWeek x = DayOfWeek.Monday;", "Friday", "Friday")]
    [InlineData("var x = FileAccess.Read;", "Read, Write", "ReadWrite")]
    [InlineData("DateTime x = default;", "2026-01-31", "2026-01-31T00:00:00.0000000")]
    [InlineData("var x = DateTime.Now;", "2026-01-31T18:30:05", "2026-01-31T18:30:05.0000000")]
    [InlineData("DateOnly x = default;", "2026-01-31", "2026-01-31")]
    [InlineData("TimeOnly x = default;", "18:30", "18:30:00.0000000")]
    [InlineData("DateTimeOffset x = default;", "2026-01-31T18:30:05+01:00", "2026-01-31T18:30:05.0000000+01:00")]
    [InlineData("TimeSpan x = default;", "00:05:00", "00:05:00")]
    [InlineData("Guid x = default;", "00000000-0000-0000-0000-00000000000a", "00000000-0000-0000-0000-00000000000a")]
    [InlineData("Uri x = null;", "https://example.org/a", "https://example.org/a")]
    [InlineData("int[] x = [1];", "[7, 8]", "7;8")]
    [InlineData("var x = new List<double> { 1 };", "[0.5, 2]", "0.5;2")]
    [InlineData("string[] x = [];", "[\"a, b\", \"c\"]", "a, b;c")]
    [InlineData("IReadOnlyList<string> x = [];", "[usd50, usd100]", "usd50;usd100")]
    [InlineData("int?[] x = [];", "[1, null]", "1;")]
    [InlineData("readonly List<int> x = [1];", "[7]", "7")]
    public async Task Variables_of_ordinary_types_can_be_set(string declaration, string text, string expected)
    {
        const string show = """
            x is null ? "null" : x is System.Collections.IEnumerable and not string ? string.Join(";", ((System.Collections.IEnumerable)x).Cast<object>())
            : x is DateTime or DateTimeOffset or DateOnly or TimeOnly ? ((IFormattable)x).ToString("O", null) : x.ToString()
            """;
        var notebook = new Notebook([Code(declaration, "parameters"), Code($"object Boxed() => x; string Show(object x) => {show}; Show(Boxed())")]);
        var report = await NotebookRunner.RunAsync(
            notebook, ScriptEnvironment.Default, new Dictionary<string, string> { ["x"] = text }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(report.Succeeded, report.Failure?.Error.Message);
        Assert.Equal(expected, (string?)notebook.Cells[^1].Outputs.Single()!["data"]!["text/plain"]);
    }

    [Theory]
    [InlineData("DayOfWeek x = DayOfWeek.Monday;", "Funday", "one of Sunday, Monday")]
    [InlineData("uint x = 5;", "-1", "a number of type uint")]
    [InlineData("byte x = 5;", "256", "a number of type byte")]
    [InlineData("char x = 'a';", "ab", "one character")]
    [InlineData("int? x = 5;", "many", "a number of type int, or null")]
    [InlineData("decimal price = 5;", "1,5", "a number of type decimal, with a decimal point")]
    [InlineData("int[] x = [1];", "1, 2", "a list such as [a, b], each a number of type int")]
    [InlineData("int[] x = [1];", "[1, b]", "each a number of type int")]
    [InlineData("TimeSpan x = default;", "5", "a duration such as 00:05:00")]
    [InlineData("object x = null;", "5", "declared as object. To set it from outside, declare it as string")]
    [InlineData("Func<int> x = null;", "5", "declared as Func<int>")]
    [InlineData("var x = (1, 2);", "5", "declared as (int, int)")]
    public void What_is_no_value_of_the_type_is_told_with_what_would_be(string declaration, string text, string reason)
    {
        var notebook = new Notebook([Code(declaration, "parameters")]);
        var name = declaration.Contains("price") ? "price" : "x";
        var error = Assert.Throws<ParameterException>(() => Parameters.Inject(notebook, new Dictionary<string, string> { [name] = text }));
        Assert.Contains(reason, error.Message);
        Assert.Single(notebook.Cells);
    }

    [Fact]
    public async Task Types_and_imports_of_earlier_cells_are_known()
    {
        var notebook = new Notebook([Code("using System.Globalization; enum Mode { Fast, Good }"), Code("var mode = Mode.Fast; NumberStyles style = default;", "parameters"), Code("$\"{mode} {style}\"")]);
        var report = await NotebookRunner.RunAsync(notebook, ScriptEnvironment.Default,
            new Dictionary<string, string> { ["mode"] = "Good", ["style"] = "Float" }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(report.Succeeded, report.Failure?.Error.Message);
        Assert.Equal("Good Float", (string?)notebook.Cells[^1].Outputs.Single()!["data"]!["text/plain"]);
    }

    [Fact]
    public async Task A_tagged_cell_that_does_not_compile_is_reported_as_any_other()
    {
        var notebook = new Notebook([Code("int x = nonsense;", "parameters"), Code("x")]);
        var report = await NotebookRunner.RunAsync(
            notebook, ScriptEnvironment.Default, new Dictionary<string, string> { ["x"] = "1" }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal((1, 0), (report.Failure?.CellNumber, report.Failure?.CellIndex));
        Assert.Contains("nonsense", (string?)notebook.Cells[0].Outputs.Single()!["evalue"]);
    }

    private static Notebook Tagged() => new(Code(Defaults, "parameters"), Code("data"));
}
