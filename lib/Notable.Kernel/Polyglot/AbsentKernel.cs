using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;

namespace Notable.Kernel.Polyglot;

/// <summary>Says of a language that it is not run here.</summary>
internal sealed class AbsentKernel : Microsoft.DotNet.Interactive.Kernel,
    IKernelCommandHandler<SubmitCode>,
    IKernelCommandHandler<RequestValue>,
    IKernelCommandHandler<SendValue>
{
    private readonly string language;

    private AbsentKernel(string name, string language)
        : base(name)
    {
        this.language = language;
        KernelInfo.LanguageName = language;
        KernelInfo.Description = $"Not here: {language}.";
    }

    /// <summary>Languages of .NET Interactive that are not here, with the other names of their kernels.</summary>
    private static readonly (string Name, string Language, string[] Aliases)[] all =
    [
        ("fsharp", "F#", ["f#", "F#"]), ("pwsh", "PowerShell", ["powershell"]), ("sql", "SQL", []), ("kql", "KQL", []),
        ("python", "Python", []), ("http", "HTTP requests", []), ("r", "R", ["R"]), ("vb", "Visual Basic", []),
    ];

    /// <summary>The names of their kernels, with the other ones.</summary>
    public static IEnumerable<string> Names => all.SelectMany(one => one.Aliases.Prepend(one.Name));

    public static void AddAll(CompositeKernel kernels)
    {
        foreach (var (name, language, aliases) in all)
            kernels.Add(new AbsentKernel(name, language).UseValueSharing(), aliases);
    }

    /// <summary>The sentence about a language whose kernel has this name; null where it is not among them.</summary>
    public static string? Sentence(string name) =>
        all.Where(one => one.Name == name || one.Aliases.Contains(name)).Select(one => Sentence(one.Language, one.Name)).FirstOrDefault();

    Task IKernelCommandHandler<SubmitCode>.HandleAsync(SubmitCode command, KernelInvocationContext context) => Fail(command, context);

    /// <summary>Asked by <c>#!share --from</c> this kernel.</summary>
    Task IKernelCommandHandler<RequestValue>.HandleAsync(RequestValue command, KernelInvocationContext context) => Fail(command, context);

    /// <summary>Sent by <c>#!share</c> and <c>#!set</c> in a cell of this kernel.</summary>
    Task IKernelCommandHandler<SendValue>.HandleAsync(SendValue command, KernelInvocationContext context) => Fail(command, context);

    private Task Fail(KernelCommand command, KernelInvocationContext context)
    {
        context.Fail(command, message: Sentence(language, Name));
        return Task.CompletedTask;
    }

    private static string Sentence(string language, string name) =>
        $"{language} is not here: Notable runs C#, and shows HTML, JavaScript, Markdown and Mermaid. Rewrite the cell in C#, or remove it (#!{name}).";
}
