using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Notable.Kernel.Scripting.Compiling;

namespace Notable.Kernel.Language;

/// <summary>
/// The session as a Roslyn workspace: one project per piece of C# that has run, each referring to the one before.
/// </summary>
internal sealed class SubmissionWorkspace : IDisposable
{
    private readonly AdhocWorkspace workspace = new();
    private readonly List<(ScriptText Text, ProjectId Project)> projects = [];

    /// <summary>Opens a text as the next piece.</summary>
    /// <param name="texts">The pieces that have run.</param>
    /// <param name="next">The compilation of the text, which provides references and imports.</param>
    /// <param name="code">The text.</param>
    public Document Open(IReadOnlyList<ScriptText> texts, Compilation next, string code)
    {
        Follow(texts);
        var solution = Add(workspace.CurrentSolution, next, code, out var project);
        return solution.GetProject(project)!.Documents.Single();
    }

    public void Dispose() => workspace.Dispose();

    private void Follow(IReadOnlyList<ScriptText> texts)
    {
        var same = projects.Zip(texts).TakeWhile(pair => pair.First.Text == pair.Second).Count();
        var solution = workspace.CurrentSolution;
        foreach (var (_, gone) in projects.Skip(same).Reverse())
            solution = solution.RemoveProject(gone);
        projects.RemoveRange(same, projects.Count - same);
        foreach (var text in texts.Skip(same))
        {
            solution = Add(solution, text.Script.GetCompilation(), text.Code, out var project);
            projects.Add((text, project));
        }
        workspace.TryApplyChanges(solution);
    }

    private Solution Add(Solution solution, Compilation compilation, string code, out ProjectId id)
    {
        id = ProjectId.CreateNewId();
        var project = ProjectInfo.Create(
            id, VersionStamp.Default, compilation.AssemblyName!, compilation.AssemblyName!, LanguageNames.CSharp,
            compilationOptions: compilation.Options,
            parseOptions: (CSharpParseOptions)compilation.SyntaxTrees.First().Options,
            // A direct and an indirect reference may be the same.
            metadataReferences: compilation.References.Distinct(),
            projectReferences: projects.Count > 0 ? [new ProjectReference(projects[^1].Project)] : [],
            isSubmission: true);
        return solution.AddProject(project).AddDocument(DocumentId.CreateNewId(id), "cell", SourceText.From(code));
    }
}
