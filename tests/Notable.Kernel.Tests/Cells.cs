using System.Text.Json.Nodes;
using Notable.Kernel.Notebooks;
using Notable.Kernel.Scripting;
using Notable.Widgets;

namespace Notable.Kernel.Tests;

/// <summary>Makes and runs small notebooks.</summary>
internal static class Cells
{
    public static NotebookCell Code(string source, params string[] tags) =>
        new(CellKind.Code, source)
        {
            Metadata = new JsonObject { ["tags"] = new JsonArray([.. tags.Select(tag => JsonValue.Create(tag))]) },
        };

    public static Notebook Notebook(params string[] sources) => new(sources.Select(source => Code(source)));

    public static CompiledNotebook Compile(params string[] sources) =>
        CompiledNotebook.Compile(Notebook(sources), ScriptEnvironment.Default);

    /// <summary>Runs all in a session of their own.</summary>
    public static async Task<NotebookSession> RunAsync(params string[] sources)
    {
        var session = new NotebookSession(Compile(sources), new NoChannel());
        await session.RunAsync(TestContext.Current.CancellationToken);
        return session;
    }

    /// <summary>The text of all streams and displays of a cell.</summary>
    public static string Text(this CellRun run) => string.Concat(run.Outputs.Select(output =>
        (string?)output!["text"] ?? (string?)output["data"]?["text/plain"] ?? (string?)output["evalue"]));
}
