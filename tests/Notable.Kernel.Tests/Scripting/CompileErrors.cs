using Notable.Kernel.Scripting;
using Notable.Testing;
using static Notable.Kernel.Tests.Cells;

namespace Notable.Kernel.Tests.Scripting;

public class CompileErrors
{
    [Fact]
    public void An_error_names_the_cell_and_points_at_the_place()
    {
        var error = Assert.Throws<NotebookCompilationException>(() => Compile("var model = 1;", "var a = 1;\n\tvar b = modle + a;"));
        Assert.Equal((1, 2), (error.CellIndex, error.CellNumber));
        Assert.Equal(
            "cell 2, line 2, column 10: error CS0103: The name 'modle' does not exist in the current context. Did you mean 'model'?\n" +
            "    \tvar b = modle + a;\n" +
            "    \t        ^~~~~",
            error.Message);
    }

    [Fact]
    public void Errors_at_the_end_of_a_cell_are_shown_too()
    {
        var error = Assert.Throws<NotebookCompilationException>(() => Compile("Console.WriteLine(\"open"));
        Assert.Contains("cell 1, line 1", error.Message);
        Assert.Contains("Console.WriteLine(\"open", error.Message);
    }

    [Theory]
    [InlineData("using var file = File.OpenRead(\"a\");")]
    [InlineData("1.ToString();\n  await using Stream file = null;")]
    public void A_using_declaration_which_scripts_do_not_have_is_explained(string source)
    {
        var error = Assert.Throws<NotebookCompilationException>(() => Compile(source));
        Assert.Contains("write var and call Dispose()", error.Message);
    }

    [Fact]
    public void Another_missing_semicolon_is_the_compilers_to_tell()
    {
        var error = Assert.Throws<NotebookCompilationException>(() => Compile("using (var m = new MemoryStream()) { m.Flush() }"));
        Assert.Contains("; expected", error.Message);
    }

    [Fact]
    public void Of_very_many_errors_the_first_are_shown()
    {
        var error = Assert.Throws<NotebookCompilationException>(() => Compile(string.Concat(Enumerable.Range(0, 30).Select(i => $"a{i}();\n"))));
        Assert.Equal(30, error.Errors.Count);
        Assert.EndsWith("... and 20 more", error.Message);
    }

    [Theory]
    [InlineData("#!tim\n1", "#!tim", 1)]
    [InlineData("var x = 1;\n  #!whos", "#!whos", 2)]
    public void A_magic_command_that_is_not_understood_is_named(string source, string magic, int line)
    {
        var error = Assert.Throws<NotebookCompilationException>(() => Compile(source));
        Assert.Contains(magic, error.Errors.Single().Message);
        Assert.Equal(line, error.Errors[0].Line);
    }

    [Fact]
    public void A_line_of_a_text_is_no_magic_command()
    {
        Assert.Single(Compile("var script = \"\"\"\n#!time\n\"\"\";").Cells);
    }

    [Fact]
    public void A_package_that_is_no_name_says_what_is()
    {
        var error = Assert.Throws<NotebookCompilationException>(() => Compile("\n#r \"nuget: <Some>, 1.0\"\n1"));
        Assert.Contains("cell 1, line 2", error.Message);
        Assert.Contains("nuget: Name, 1.2.3", error.Message);
    }

    [Fact]
    public void Assemblies_and_files_are_found_from_the_notebooks_folder()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["bin"]);
        File.Copy(typeof(ReferencedByPath).Assembly.Location, folder["bin/Marker.dll"]);
        File.WriteAllText(folder["helper.csx"], "int Helped() => 42;");
        var environment = ScriptEnvironment.Default with { WorkingDirectory = folder.Path };
        var notebook = Notebook(
            "#r \"bin/Marker.dll\"\n#load \"helper.csx\"\nHelped()", "typeof(Notable.Kernel.Tests.Scripting.ReferencedByPath).Name");
        Assert.Equal(2, CompiledNotebook.Compile(notebook, environment).Cells.Count);
    }

    [Fact]
    public void An_error_in_a_loaded_file_names_the_file()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["helper.csx"], "int Helped() => 42;\nint Wrong() => missing;");
        var error = Assert.Throws<NotebookCompilationException>(() => CompiledNotebook.Compile(
            Notebook("#load \"helper.csx\""), ScriptEnvironment.Default with { WorkingDirectory = folder.Path }));
        Assert.Contains($"{folder["helper.csx"]}, line 2, column 16", error.Message);
        Assert.Contains("int Wrong() => missing;", error.Message);
    }
}

/// <summary>A type that cells know only through <c>#r</c>.</summary>
public static class ReferencedByPath;
