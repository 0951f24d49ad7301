using Notable.Kernel.Language;
using Notable.Testing;

namespace Notable.Kernel.Tests.Language;

public sealed class CompletingDirectives : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public CompletingDirectives()
    {
        Directory.CreateDirectory(folder["sub"]);
        foreach (var name in (string[])["tools.cs", "Tell.csx", "my.dll", "book.ipynb", "notes.txt", ".hidden.cs", "sub/inner.cs"])
            File.WriteAllText(folder[name], "");
    }

    [Theory]
    [InlineData("#load \"", "sub/,Tell.csx,tools.cs")]
    [InlineData("#load \"t", "Tell.csx,tools.cs")]
    [InlineData("var x = 1;\n  #load \"to", "tools.cs")]
    [InlineData("#load \"sub/", "inner.cs")]
    [InlineData("#load \"missing/", "")]
    [InlineData("#r \"", "my.dll,sub/")]
    [InlineData("#!import ", "book.ipynb,sub/,Tell.csx,tools.cs")]
    [InlineData("#!import \"b", "book.ipynb")]
    public void Files_that_fit_are_offered(string code, string expected)
    {
        var found = DirectiveCompletion.At(code, code.Length, folder.Path)!;
        Assert.Equal(expected, string.Join(',', found.Items.Select(item => item.Text)));
        Assert.Equal(code.Length, found.End);
        Assert.Equal(code.LastIndexOfAny(['"', '/', ' ']) + 1, found.Start);
    }

    [Fact]
    public void Packages_that_this_machine_has_are_offered_and_their_versions()
    {
        var names = At("#r \"nuget: microsoft.code");
        Assert.Contains("microsoft.codeanalysis.csharp", names);
        Assert.All(names, name => Assert.StartsWith("microsoft.code", name));
        Assert.Equal(names, At("#r \"nuget:microsoft.code"));
        Assert.Contains(At("#r \"nuget: Microsoft.CodeAnalysis.CSharp, "), version => char.IsAsciiDigit(version[0]));
        Assert.Empty(At("#r \"nuget: ../../etc, "));
        Assert.Empty(At("#r \"nuget: no.such.package.at.all"));
    }

    [Theory]
    [InlineData("#load \"tools.cs\"\n")]
    [InlineData("#load \"tools.cs\" ")]
    [InlineData("var s = \"#load ")]
    [InlineData("Console.")]
    public void Other_places_are_left_to_the_language(string code) => Assert.Null(DirectiveCompletion.At(code, code.Length, folder.Path));

    public void Dispose() => folder.Dispose();

    private string[] At(string code) => [.. DirectiveCompletion.At(code, code.Length, folder.Path)!.Items.Select(item => item.Text)];
}
