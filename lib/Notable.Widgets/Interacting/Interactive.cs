using System.Reflection;
using Notable.Display;

namespace Notable.Widgets;

/// <summary>
/// Controls for the parameters of a function, and below them what the function prints, displays and returns: it runs at once
/// and whenever a control is changed.
/// </summary>
public sealed class Interactive : Box
{
    private static readonly WidgetModel model = new(ModelName.Controls("VBoxModel"), ModelName.Controls("VBoxView"), BoxAttributes);
    private readonly Delegate function;
    private readonly IReadOnlyList<ParameterControl> parameters;
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>Creates controls for a function.</summary>
    /// <param name="function">
    /// A lambda or method. By the parameters' types: bool is a checkbox, whole and other numbers are sliders, string is a text
    /// field, an enum is a list to choose from, dates and times are pickers. A parameter's default is the first value. It
    /// may be async.
    /// </param>
    /// <param name="controls">
    /// What else is known of the parameters, by their names: <c>new { epochs = (1, 20), rate = (0.0, 1.0, 0.1), arch = new[] {
    /// "resnet18", "resnet34" }, seed = Fixed(42) }</c>. A tuple is (least, greatest) or (least, greatest, step), a list or
    /// dictionary is what to choose from, a value comes first, a widget is used as it is.
    /// </param>
    /// <param name="manual">Whether the function runs at the click of a button alone.</param>
    /// <exception cref="ArgumentException">
    /// A parameter has a type for which there is no control, or <paramref name="controls"/> names no parameter of the function.
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
