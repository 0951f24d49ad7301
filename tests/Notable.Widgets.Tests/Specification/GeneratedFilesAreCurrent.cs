using Notable.Testing;
using Notable.Widgets.Generator;

namespace Notable.Widgets.Tests;

public class GeneratedFilesAreCurrent
{
    private static readonly string widgets = Repository.Path("lib", "Notable.Widgets");

    [Fact]
    public void The_generated_files_are_what_the_generator_writes_today()
    {
        var expected = GeneratedFiles.From(File.ReadAllText(Path.Combine(widgets, GeneratedFiles.Specification))).ToDictionary();
        var found = Directory.GetFiles(Path.Combine(widgets, GeneratedFiles.Folder)).ToDictionary(path => Path.GetFileName(path), File.ReadAllText);

        Assert.Equal(expected.Keys.Order(), found.Keys.Order());
        foreach (var (name, text) in expected)
            Assert.True(text == found[name], $"{name} differs: run dotnet run --project lib/Notable.Widgets.Generator, and commit what it writes");
    }
}
