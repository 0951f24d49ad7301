namespace Notable.Kernel.Scripting.Kernels;

/// <summary>Languages of .NET Interactive that Notable does not run.</summary>
internal static class UnsupportedLanguages
{
    /// <summary>The languages, with the names of their kernels.</summary>
    public static IReadOnlyList<(string Name, string Language, string[] Aliases)> All { get; } =
    [
        ("fsharp", "F#", ["f#", "F#"]), ("pwsh", "PowerShell", ["powershell"]), ("sql", "SQL", []), ("kql", "KQL", []),
        ("python", "Python", []), ("http", "HTTP requests", []), ("r", "R", ["R"]), ("vb", "Visual Basic", []),
    ];

    /// <summary>The names of their kernels, aliases included.</summary>
    public static IEnumerable<string> Names => All.SelectMany(one => one.Aliases.Prepend(one.Name));

    /// <summary>Returns the error message for a language by the name of its kernel; null if it is not one of these.</summary>
    public static string? Sentence(string name) =>
        All.Where(one => one.Name == name || one.Aliases.Contains(name)).Select(one => Sentence(one.Language, one.Name)).FirstOrDefault();

    private static string Sentence(string language, string name) =>
        $"{language} is not available: Notable runs C#, and shows HTML, JavaScript, Markdown and Mermaid. Rewrite the cell in C#, or remove it (#!{name}).";
}
