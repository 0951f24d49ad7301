using System.Globalization;
using System.Reflection;

namespace Notable.Widgets;

/// <summary>A parameter of a function and where its value comes from.</summary>
/// <param name="Widget">The control; null for a fixed value.</param>
/// <param name="Read">Returns the current value, of the parameter's type.</param>
internal sealed record ParameterControl(Widget? Widget, Func<object?> Read)
{
    /// <summary>Creates a control for a parameter, with the parameter's name as its description.</summary>
    public static ParameterControl Of<T>(ParameterInfo parameter, IValueWidget<T> control)
    {
        if (control is DescriptionWidget { Description: "" } described)
            described.Description = parameter.Name!;
        return new ParameterControl((Widget)control, () => Convert(control.Value, parameter.ParameterType));
    }

    /// <summary>Creates a fixed value.</summary>
    public static ParameterControl Fixed(ParameterInfo parameter, object? value) =>
        new(null, () => Convert(value, parameter.ParameterType));

    private static object? Convert(object? value, Type type)
    {
        var wanted = Nullable.GetUnderlyingType(type) ?? type;
        return value is null || wanted.IsInstanceOfType(value) ? value
            : System.Convert.ChangeType(value, wanted, CultureInfo.InvariantCulture);
    }
}
