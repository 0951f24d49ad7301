using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Scripting;
using Notable.Display;
using Notable.Kernel.Input;
using Notable.Kernel.Interrupting;
using Notable.Kernel.Language;
using Notable.Kernel.Notebooks;
using Notable.Kernel.Packages;
using Notable.Kernel.Scripting.Cells;
using Notable.Kernel.Scripting.Compiling;
using Notable.Kernel.Scripting.Sessions;
using Notable.Widgets;

namespace Notable.Kernel.Scripting;

/// <summary>
/// An interactive C# session. Cells run one at a time, and each sees what earlier cells declared, even if they failed. Not thread-safe,
/// except for <see cref="Interrupt"/>.
/// </summary>
public sealed class InteractiveSession : IDisposable
{
    private readonly CellCompiler compiler;
    private readonly InterruptibleThread thread;
    private CancellationTokenSource? compiling;
    private readonly SessionState state = new();

    /// <summary>Creates a session.</summary>
    /// <param name="environment">The references and imports of the cells.</param>
    /// <param name="channel">Sends the widgets' messages to the front end.</param>
    /// <param name="time">The clock; the system clock by default.</param>
    public InteractiveSession(ScriptEnvironment environment, ICommChannel channel, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(environment);
        compiler = new CellCompiler(environment with { IsInterruptible = true, Imports = [.. environment.Imports, typeof(Ask).Namespace!] });
        Language = new LanguageServices(compiler);
        thread = new InterruptibleThread(time ?? TimeProvider.System);
        Widgets = new WidgetManager(channel);
        ConsoleRouter.Install(besideKernels: true);
        HostDisplays.Install(besideKernels: true);
    }

    /// <summary>The widgets that the cells have created.</summary>
    public WidgetManager Widgets { get; }

    /// <summary>Completion, help and diagnostics for a cell that is being written.</summary>
    internal LanguageServices Language { get; }

    /// <summary>Compiles and runs a cell.</summary>
    /// <param name="source">Its text.</param>
    /// <param name="number">Its number, which errors show: <c>cell 3</c>.</param>
    /// <param name="target">Receives what it prints and displays, even after it has ended, since tasks that it started may continue.</param>
    /// <returns>How it ended; a failed cell does not throw.</returns>
    public Task<CellOutcome> RunAsync(string source, int number, IDisplayTarget target) => RunAsync(source, number, target, null, null);

    /// <summary>Compiles and runs a part of a cell.</summary>
    /// <param name="source">Its text, on the same lines as in the cell.</param>
    /// <param name="number">The cell's number.</param>
    /// <param name="target">Receives what it prints and displays.</param>
    /// <param name="whole">The text of the whole cell, for errors.</param>
    /// <param name="place">The name that errors use for the cell; if null, its number.</param>
    internal async Task<CellOutcome> RunAsync(string source, int number, IDisplayTarget target, string? whole, string? place = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        var isNested = InterruptRequest.Current is { } running && thread.IsRunning(running);
        // A cell that runs another cell: the inner cell continues from what has run so far, and its declarations are dropped with it.
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
            // The next cell must not see what was compiled but has not run.
            compiler.ContinueFrom(state.Script?.Script);
        }
    }

    /// <summary>The variables, newest last.</summary>
    internal IReadOnlyList<ScriptVariable> Variables => [.. state.Variables];

    /// <summary>The packages of the cells.</summary>
    internal PackageReferences Packages => compiler.Packages;

    /// <summary>The folder that relative paths in cells start from.</summary>
    internal string Folder => compiler.Folder;

    /// <summary>Declares a variable and gives it a value.</summary>
    /// <exception cref="ArgumentException">The name is not a valid C# identifier.</exception>
    internal async Task DeclareAsync(string name, object? value, Type? type = null)
    {
        if (!SyntaxFacts.IsValidIdentifier(name))
            throw new ArgumentException($"'{name}' is not a valid name for a C# variable.", nameof(name));
        type ??= value?.GetType() ?? typeof(object);
        var outcome = await RunAsync($"{CSharpTypeName.Of(type)} {name} = default;", 0, new RecordingTarget()).ConfigureAwait(false);
        // Members of a type that cells cannot name are still accessible through dynamic.
        if (outcome.Error is not null)
            outcome = await RunAsync($"dynamic {name} = default;", 0, new RecordingTarget()).ConfigureAwait(false);
        if (outcome.Error is { } error)
            throw new InvalidOperationException($"The variable {name} could not be declared: {error.Message}");
        state.Script!.GetVariable(name).Value = value;
    }

    /// <summary>Evaluates an expression without leaving anything in the session: no variable, no cell number.</summary>
    /// <inheritdoc cref="RunAsync(string, int, IDisplayTarget)"/>
    public async Task<CellOutcome> EvaluateAsync(string source, IDisplayTarget target)
    {
        var before = state.Script;
        var outcome = await RunAsync(source, 0, target).ConfigureAwait(false);
        state.Script = before;
        compiler.ContinueFrom(before?.Script);
        return outcome;
    }

    /// <summary>Handles a widget message from the front end, with this session's widgets current.</summary>
    /// <param name="message">The message.</param>
    /// <param name="target">Receives what handlers print and display outside any <see cref="Output"/>.</param>
    /// <returns>The error that a handler threw; null if there was none.</returns>
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
    /// Stops the running code within a second, or at the end of the current step if it checks only between steps (such as the batches of a
    /// training). Variables declared before are kept. Thread-safe.
    /// </summary>
    /// <returns>Whether any code was running, including code left from an earlier cell.</returns>
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

    /// <summary>Prepares for the first cell: loads the compiler and compiles a small script.</summary>
    internal async Task WarmUpAsync()
    {
        await compiler.Alone("Console.Out.Flush(); 1 + 1").RunAsync().ConfigureAwait(false);
        GiveBackMemory();
    }

    /// <summary>Prepares for the first completion.</summary>
    internal async Task WarmUpCompletionAsync()
    {
        await Language.WarmUpAsync().ConfigureAwait(false);
        GiveBackMemory();
    }

    /// <summary>Returns the memory used by compilation to the system while nothing runs that a pause could disturb.</summary>
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
