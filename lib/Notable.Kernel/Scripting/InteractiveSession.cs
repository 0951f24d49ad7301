using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Scripting;
using Notable.Kernel.Packages;
using Notable.Kernel.Polyglot;
using Notable.Display;
using Notable.Kernel.Input;
using Notable.Kernel.Interrupting;
using Notable.Kernel.Language;
using Notable.Kernel.Notebooks;
using Notable.Widgets;

namespace Notable.Kernel.Scripting;

/// <summary>
/// A talk with C#: cells come one at a time and each sees what those before it have declared, also where they failed. Not
/// for several callers at once, but for <see cref="Interrupt"/>.
/// </summary>
public sealed class InteractiveSession : IDisposable
{
    private readonly CellCompiler compiler;
    private readonly CellThread thread;
    private CancellationTokenSource? compiling;
    private readonly SessionState state = new();

    /// <summary>A session in which nothing has run yet.</summary>
    /// <param name="environment">What every cell sees.</param>
    /// <param name="channel">Takes the widgets' messages for the front end.</param>
    /// <param name="time">The clock; the system's by default.</param>
    public InteractiveSession(ScriptEnvironment environment, ICommChannel channel, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(environment);
        compiler = new CellCompiler(environment with { IsInterruptible = true, Imports = [.. environment.Imports, typeof(Ask).Namespace!] });
        Language = new LanguageServices(compiler);
        thread = new CellThread(time ?? TimeProvider.System);
        Widgets = new WidgetManager(channel);
        ConsoleRouter.Install(besideKernels: true);
        HostDisplays.Install(besideKernels: true);
    }

    /// <summary>The widgets that the cells have made.</summary>
    public WidgetManager Widgets { get; }

    /// <summary>Completion, help and diagnostics for a cell that is being written.</summary>
    internal LanguageServices Language { get; }

    /// <summary>Compiles and runs a cell.</summary>
    /// <param name="source">Its text.</param>
    /// <param name="number">What errors call it: <c>cell 3</c>.</param>
    /// <param name="target">Takes what it prints and displays, also after it has ended: tasks that it started may go on.</param>
    /// <returns>How it ended; a failing cell is no exception.</returns>
    public Task<CellOutcome> RunAsync(string source, int number, IDisplayTarget target) => RunAsync(source, number, target, null, null);

    /// <summary>Compiles and runs a part of a cell.</summary>
    /// <param name="source">Its text, on the lines that it has in the cell.</param>
    /// <param name="number">The cell's number.</param>
    /// <param name="target">Takes what it prints and displays.</param>
    /// <param name="whole">The text of the whole cell, for errors.</param>
    /// <param name="place">What errors call the cell; by its number where it is null.</param>
    internal async Task<CellOutcome> RunAsync(string source, int number, IDisplayTarget target, string? whole, string? place = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        var isNested = Interruption.Current is { } running && thread.IsRunning(running);
        // A cell that sends a cell: it continues from what has run, and what it declares goes with it.
        if (isNested)
            compiler.ContinueFrom(state.Script?.Script);
        try
        {
            MimeBundle? value = null;
            object? result = null;
            if (await CompileAsync(source, number, whole, place).ConfigureAwait(false) is { } cell)
                if (isNested)
                    await Run(cell).ConfigureAwait(false);
                else
                    await thread.RunAsync(() => Run(cell)).ConfigureAwait(false);
            return new CellOutcome(value, null) { Result = result };

            async Task Run(CompiledCell cell) => (value, result) = await RunAsync(cell, target).ConfigureAwait(false);
        }
        catch (Exception thrown)
        {
            return new CellOutcome(null, CellError.Of(thrown, compiler.Sources));
        }
        finally
        {
            // What was compiled but never ran is not there for the next cell.
            compiler.ContinueFrom(state.Script?.Script);
        }
    }

    /// <summary>The variables, newest last.</summary>
    internal IReadOnlyList<ScriptVariable> Variables => [.. state.Variables];

    /// <summary>Brings packages for the cells.</summary>
    internal PackageReferences Packages => compiler.Packages;

    /// <summary>The folder that relative paths in cells start from.</summary>
    internal string Folder => compiler.Folder;

    /// <summary>Declares a variable and gives it a value.</summary>
    /// <exception cref="ArgumentException">The name is none that C# takes.</exception>
    internal async Task DeclareAsync(string name, object? value, Type? type = null)
    {
        if (!SyntaxFacts.IsValidIdentifier(name))
            throw new ArgumentException($"'{name}' is not a valid name for a C# variable.", nameof(name));
        type ??= value?.GetType() ?? typeof(object);
        var outcome = await RunAsync($"{CSharpTypeName.Of(type)} {name} = default;", 0, new RecordingTarget()).ConfigureAwait(false);
        // A type that cells cannot name is still used by its members.
        if (outcome.Error is not null)
            outcome = await RunAsync($"dynamic {name} = default;", 0, new RecordingTarget()).ConfigureAwait(false);
        if (outcome.Error is { } error)
            throw new InvalidOperationException($"The variable {name} could not be declared: {error.Message}");
        state.Script!.GetVariable(name).Value = value;
    }

    /// <summary>Evaluates an expression, of which nothing stays: no number, no variable.</summary>
    /// <inheritdoc cref="RunAsync(string, int, IDisplayTarget)"/>
    public async Task<CellOutcome> EvaluateAsync(string source, IDisplayTarget target)
    {
        var before = state.Script;
        var outcome = await RunAsync(source, 0, target).ConfigureAwait(false);
        state.Script = before;
        compiler.ContinueFrom(before?.Script);
        return outcome;
    }

    /// <summary>Handles one message of the front end's widgets, with this session's widgets current.</summary>
    /// <param name="message">The message.</param>
    /// <param name="target">Takes what handlers print and display outside any <see cref="Output"/>.</param>
    /// <returns>What a handler threw; null where all went well.</returns>
    public async Task<CellError?> ReceiveAsync(CommMessage message, IDisplayTarget target)
    {
        try
        {
            await thread.RunAsync(async () =>
            {
                using (WidgetManager.Use(Widgets))
                using (DisplayTarget.Use(target))
                using (BackgroundErrors.Use(new BackgroundErrorText(target, compiler.Sources)))
                    await Widgets.ReceiveAsync(message).ConfigureAwait(false);
            }).ConfigureAwait(false);
            return null;
        }
        catch (Exception thrown)
        {
            return CellError.Of(thrown is WidgetHandlerException { InnerException: { } cause } ? cause : thrown, compiler.Sources);
        }
    }

    /// <summary>
    /// Stops what runs, within a second, or after the step under way where it asks between its steps (a batch of a training); what was
    /// declared until then stays. From any thread.
    /// </summary>
    /// <returns>Whether anything of it runs, or is left from an earlier cell.</returns>
    public bool Interrupt()
    {
        var compiled = Volatile.Read(ref compiling);
        compiled?.Cancel();
        return thread.Interrupt() || compiled is not null;
    }

    /// <summary>Closes the widgets.</summary>
    public void Dispose()
    {
        Language.Dispose();
        Widgets.CloseAll();
    }

    /// <summary>Loads and compiles what the first cell needs.</summary>
    internal async Task WarmUpAsync()
    {
        await compiler.Alone("Console.Out.Flush(); 1 + 1").RunAsync().ConfigureAwait(false);
        GiveBackMemory();
    }

    /// <summary>Loads and compiles what the first completion needs.</summary>
    internal async Task WarmUpCompletionAsync()
    {
        await Language.WarmUpAsync().ConfigureAwait(false);
        GiveBackMemory();
    }

    /// <summary>What compiling has left behind is given back to the system before there is anything that a pause could disturb.</summary>
    private static void GiveBackMemory() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);

    private async Task<CompiledCell?> CompileAsync(string source, int number, string? whole, string? place)
    {
        if (string.IsNullOrWhiteSpace(source))
            return null;
        using var stop = new CancellationTokenSource();
        Volatile.Write(ref compiling, stop);
        try
        {
            var cell = new NotebookCell(CellKind.Code, source.ReplaceLineEndings("\n"));
            return await Task.Run(() => compiler.Compile(cell, number - 1, number, stop.Token, whole, place), stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException cancelled)
        {
            throw new CellInterruptedException(cancelled);
        }
        finally
        {
            Volatile.Write(ref compiling, null);
        }
    }

    private async Task<(MimeBundle? Value, object? Result)> RunAsync(CompiledCell cell, IDisplayTarget target)
    {
        using (WidgetManager.Use(Widgets))
        using (DisplayTarget.Use(target))
        using (BackgroundErrors.Use(new BackgroundErrorText(target, compiler.Sources)))
        {
            await cell.RunAsync(state).ConfigureAwait(false);
            return state.Value is { } value ? (MimeBundle.Of(value), value) : (null, null);
        }
    }
}
