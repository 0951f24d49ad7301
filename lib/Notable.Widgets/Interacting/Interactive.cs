using System.Reflection;
using Notable.Display;

namespace Notable.Widgets;

/// <summary>
/// Shows controls for the parameters of a function, and below them what the function prints, displays and returns. The function runs
/// at once and whenever a control is changed.
/// </summary>
public sealed class Interactive : Box
{
    private static readonly WidgetModel model = new(ModelName.Controls("VBoxModel"), ModelName.Controls("VBoxView"), BoxAttributes);
    private readonly Delegate function;
    private readonly IReadOnlyList<ParameterControl> parameters;
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>Creates controls for a function.</summary>
    /// <param name="function">
    /// A lambda or method, which may be async. The controls depend on the parameters' types: a check box for bool, a slider for numbers,
    /// a text field for string, a drop-down list for an enum, a picker for dates and times. A parameter's default is the initial
    /// value.
    /// </param>
    /// <param name="controls">
    /// Hints for the parameters by name: <c>new { epochs = (1, 20), rate = (0.0, 1.0, 0.1), arch = new[] {
    /// "resnet18", "resnet34" }, seed = Fixed(42) }</c>. A tuple is (min, max) or (min, max, step), a list or
    /// dictionary is a set of options, another value is the initial value, a widget is used as is.
    /// </param>
    /// <param name="manual">Whether the function runs only when a button is clicked.</param>
    /// <exception cref="ArgumentException">
    /// There is no control for the type of a parameter, or <paramref name="controls"/> names an unknown parameter.
    /// </exception>
    public Interactive(Delegate function, object? controls = null, bool manual = false)
        : base(model, [])
    {
        ArgumentNullException.ThrowIfNull(function);
        this.function = function;
        parameters = ParameterControls.Of(function.Method.GetParameters(), controls);
        var shown = parameters.Select(one => one.Widget).OfType<Widget>();
        if (manual)
        {
            var button = new Button("Run Interact");
            button.OnClick(RunAsync);
            Children = [.. shown, button, Output];
            return;
        }
        foreach (var control in shown)
            control.Observe(control.ValueAttribute, _ => RunAsync());
        Children = [.. shown, Output];
        _ = RunAsync();
    }

    /// <summary>Shows what the function prints, displays and returns.</summary>
    public Output Output { get; } = new();

    /// <summary>The last result of the function; null before the first run, and if it returns nothing.</summary>
    public object? Result { get; private set; }

    /// <summary>
    /// Runs the function with the current values of the controls, one run at a time. An exception is shown as an error.
    /// </summary>
    public async Task RunAsync()
    {
        await turn.WaitAsync().ConfigureAwait(false);
        try
        {
            Output.Recorder.Target.Clear(wait: false);
            using (Output.Capture())
                await RunCapturedAsync().ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task RunCapturedAsync()
    {
        try
        {
            Result = await ResultAsync(function.DynamicInvoke([.. parameters.Select(one => one.Read())])).ConfigureAwait(false);
            if (Result is not null)
                Displaying.display(Result);
        }
        catch (Exception thrown)
        {
            var cause = thrown is TargetInvocationException { InnerException: { } inner } ? inner : thrown;
            Output.Recorder.Target.Error(cause.GetType().Name, cause.Message, [$"{cause.GetType().Name}: {cause.Message}"]);
        }
    }

    private static async Task<object?> ResultAsync(object? returned)
    {
        if (returned is not Task task)
            return returned;
        await task.ConfigureAwait(false);
        return task.GetType().GetProperty("Result")?.GetValue(task) is { } result && result.GetType().Name != "VoidTaskResult" ? result : null;
    }
}
