using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Notable.Widgets;

/// <summary>Chooses controls for parameters, with the rules of ipywidgets' <c>interact</c>.</summary>
internal static class ParameterControls
{
    /// <summary>Returns one control per parameter.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="hints">An object whose properties are hints for the parameters of the same names, or null.</param>
    /// <exception cref="ArgumentException">There is no control for a type, or a property is not a parameter.</exception>
    public static IReadOnlyList<ParameterControl> Of(IEnumerable<ParameterInfo> parameters, object? hints)
    {
        ParameterInfo[] all = [.. parameters];
        var said = hints?.GetType().GetProperties().ToDictionary(one => one.Name, one => one.GetValue(hints)) ?? [];
        if (said.Keys.Except(all.Select(one => one.Name!)).FirstOrDefault() is { } unknown)
            throw new ArgumentException(
                $"The function has no parameter '{unknown}'. It has {string.Join(", ", all.Select(one => one.Name))}.", nameof(hints));
        return [.. all.Select(one => said.TryGetValue(one.Name!, out var hint) ? Hinted(one, hint) : Plain(one))];
    }

    private static ParameterControl Hinted(ParameterInfo parameter, object? hint) => hint switch
    {
        FixedValue constant => ParameterControl.Fixed(parameter, constant.Value),
        Widget widget => Given(parameter, widget),
        ITuple { Length: 2 or 3 } tuple when NumberControls.IsNumber(parameter.ParameterType) => NumberControls.Between(parameter, tuple),
        IDictionary choices => Choice(parameter, choices.Keys.Cast<object>().Select(key => new Option<object?>($"{key}", choices[key]))),
        string text => Valued(parameter, text),
        IEnumerable choices => Choice(parameter, choices.Cast<object?>().Select(value => new Option<object?>($"{value}", value))),
        _ => Valued(parameter, hint),
    };

    private static ParameterControl Plain(ParameterInfo parameter) =>
        Valued(parameter, parameter.HasDefaultValue ? parameter.DefaultValue : null);

    /// <summary>Chooses a control by the parameter's type, with an initial value if there is one.</summary>
    private static ParameterControl Valued(ParameterInfo parameter, object? first)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        if (NumberControls.IsNumber(type))
            return NumberControls.Around(parameter, first);
        if (type.IsEnum)
            return Choice(parameter, Enum.GetValues(type).Cast<object?>().Select(value => new Option<object?>($"{value}", value)), first);
        return type switch
        {
            _ when type == typeof(bool) => ParameterControl.Of(parameter, new Checkbox { Value = first is true }),
            _ when type == typeof(string) => ParameterControl.Of(parameter, new Text { Value = first as string ?? "", ContinuousUpdate = false }),
            _ when type == typeof(DateOnly) => ParameterControl.Of(parameter, new DatePicker { Value = first as DateOnly? ?? DateOnly.FromDateTime(DateTime.Today) }),
            _ when type == typeof(TimeOnly) => ParameterControl.Of(parameter, new TimePicker { Value = first as TimeOnly? ?? TimeOnly.MinValue }),
            _ when type == typeof(DateTime) => ParameterControl.Of(parameter, new NaiveDatetimePicker { Value = first as DateTime? ?? DateTime.Today }),
            _ when first is not null => ParameterControl.Fixed(parameter, first),
            _ => throw new ArgumentException(
                $"There is no control for the parameter '{parameter.Name}' of the type {type.Name}. Give the options, "
                + $"a widget, or a fixed value: new {{ {parameter.Name} = Fixed(...) }}.", nameof(parameter)),
        };
    }

    private static ParameterControl Choice(ParameterInfo parameter, IEnumerable<Option<object?>> options, object? first = null)
    {
        var list = new Dropdown<object?>([.. options]);
        if (first is not null)
            list.Value = Enum.ToObject(parameter.ParameterType, first);
        return ParameterControl.Of(parameter, list);
    }

    private static ParameterControl Given(ParameterInfo parameter, Widget widget)
    {
        var values = widget.GetType().GetInterfaces().FirstOrDefault(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IValueWidget<>))
            ?? throw new ArgumentException($"A {widget.GetType().Name} has no value for the parameter '{parameter.Name}'.", nameof(widget));
        return (ParameterControl)typeof(ParameterControl).GetMethod(nameof(ParameterControl.Of))!
            .MakeGenericMethod(values.GetGenericArguments()).Invoke(null, [parameter, widget])!;
    }
}
