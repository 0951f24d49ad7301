using System.Text;
using Notable.Widgets.Generator;

// Writes the typed widgets from the machine-readable specification:
//   dotnet run --project lib/Notable.Widgets.Generator          from the repository's root
var widgets = args is [var folder] ? folder : Path.Combine("lib", "Notable.Widgets");
var specification = Path.Combine(widgets, GeneratedFiles.Specification);
if (!File.Exists(specification))
{
    Console.Error.WriteLine($"found no {specification}: run this from the repository's root, or name the folder lib/Notable.Widgets");
    return 2;
}
foreach (var old in Directory.GetFiles(Path.Combine(widgets, GeneratedFiles.Folder), "*.cs"))
    File.Delete(old);
foreach (var (name, text) in GeneratedFiles.From(File.ReadAllText(specification)))
    File.WriteAllText(Path.Combine(widgets, GeneratedFiles.Folder, name), text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
return 0;
