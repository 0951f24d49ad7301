using Notable.Display;
using Notable.Kernel.Scripting;
using Notable.Testing;
using Notable.Widgets;

namespace Notable.Kernel.Tests.Scripting;

public sealed class NamespacesAndExtensions : IDisposable
{
    private const string Tools = """
        using System.Text;
        namespace My.Tools;
        class Greeter { public string Greet(string name) => new StringBuilder("Hello, ").Append(name).ToString(); }
        internal static class Texts
        {
            public static string Shout(this string text) => text.ToUpper() + "!";
            extension(string text) { public int Twice => text.Length * 2; }
        }
        """;

    private readonly TemporaryFolder folder = new();
    private readonly InteractiveSession session;
    private int count;

    public NamespacesAndExtensions()
    {
        session = new InteractiveSession(ScriptEnvironment.Default with { WorkingDirectory = folder.Path }, new NoChannel());
        File.WriteAllText(folder["tools.cs"], Tools);
    }

    [Theory]
    [InlineData("#load \"tools.cs\"")]
    [InlineData("#!import tools.cs")]
    [InlineData(Tools)]
    public async Task Are_seen_by_the_cells_that_follow(string declaring)
    {
        await Run(declaring);
        Assert.Equal("Hello, you HI! 6", await Text("using My.Tools;\n$\"{new Greeter().Greet(\"you\")} {\"hi\".Shout()} {\"abc\".Twice}\""));
    }

    [Fact]
    public async Task Are_seen_by_the_same_cell()
    {
        Assert.Equal("5", await Text("""
            record Point(int X, int Y);
            static class Points { public static double Length(this Point p) => Math.Sqrt(p.X * p.X + p.Y * p.Y); }
            var point = new Point(3, 4);
            point.Length()
            """));
        Assert.Equal("My.Tools.Greeter", await Text("#load \"tools.cs\"\nusing My.Tools;\ntypeof(Greeter).FullName"));
    }

    [Fact]
    public async Task A_cell_that_is_run_again_replaces_them()
    {
        await Run("static class Twice { public static int Of(this int n) => n * 2; }");
        Assert.Equal("8", await Text("4.Of()"));
        await Run("static class Twice { public static int Of(this int n) => n * 3; public static int Other(this int n) => 1; }");
        Assert.Equal("12", await Text("4.Of()"));
        await Run("namespace Own { public class Kept { public int N => 1; } }");
        await Run("var kept = new Own.Kept();");
        await Run("namespace Own { public class Kept { public int N => 2; } }");
        Assert.Equal("1 2", await Text("$\"{kept.N} {new Own.Kept().N}\""));
    }

    [Fact]
    public async Task Libraries_use_each_other_and_files_load_files_beside_them()
    {
        Directory.CreateDirectory(folder["sub"]);
        await File.WriteAllTextAsync(folder["sub/inner.cs"], "namespace Inner { public class A { public int N => 7; } }", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder["sub/outer.csx"], "#load \"inner.cs\"\nnamespace Outer { class B : Inner.A { } }\nint FromOuter() => new Outer.B().N;", TestContext.Current.CancellationToken);
        Assert.Equal("7", await Text("var before = 1;\n#load \"sub/outer.csx\"\nFromOuter()"));
    }

    [Fact]
    public async Task Their_code_can_be_stopped_and_told_where_it_failed()
    {
        await Run("namespace Deep {\n  class R {\n    public int F(int n) => F(n + 1) + 1;\n    public void Throws() => throw new Exception(\"from within\");\n  }\n}");
        var thrown = (await Run("new Deep.R().Throws();")).Error!;
        Assert.Equal("   cell 1, line 4, in Throws: public void Throws() => throw new Exception(\"from within\");", thrown.Traceback[1]);
        Assert.Equal("InsufficientExecutionStackException", (await Run("new Deep.R().F(0)")).Error!.Name);
    }

    [Fact]
    public async Task Errors_name_line_and_column_and_say_what_is_not_seen()
    {
        await Run("int free = 3;");
        var error = (await Run("\nstatic class Uses { internal static int Plus(this int n) => n + free; }")).Error!;
        Assert.Contains("cell 2, line 2, column 65: error CS0103", error.Traceback[0]);
        Assert.Contains("they cannot use variables or types of other cells", error.Message);
        await File.WriteAllTextAsync(folder["bad.cs"], "namespace Bad\n{\n    class A { int X => missing; }\n}", TestContext.Current.CancellationToken);
        Assert.Contains($"{folder["bad.cs"]}, line 3, column 24", (await Run("#load \"bad.cs\"")).Error!.Traceback[0]);
        var missing = (await Run("1 + 1;\n  #load \"missing.cs\"")).Error!;
        Assert.Contains("cell 4, line 2, column 3", missing.Traceback[0]);
        Assert.Contains("missing.cs cannot be loaded", missing.Message);
    }

    [Fact]
    public async Task A_file_that_loads_itself_is_an_error()
    {
        await File.WriteAllTextAsync(folder["self.csx"], "#load \"self.csx\"\nint n = 1;", TestContext.Current.CancellationToken);
        Assert.Contains("does one import itself?", (await Run("#load \"self.csx\"")).Error!.Message);
    }

    public void Dispose()
    {
        session.Dispose();
        folder.Dispose();
    }

    private async Task<CellOutcome> Run(string source) => await session.RunAsync(source, ++count, new RecordingTarget());

    private async Task<string?> Text(string source)
    {
        var outcome = await Run(source);
        Assert.True(outcome.Error is null, string.Join('\n', outcome.Error?.Traceback ?? []));
        return outcome.Value?.PlainText;
    }
}
