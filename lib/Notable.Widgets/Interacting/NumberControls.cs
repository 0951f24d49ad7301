using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Notable.Widgets;

/// <summary>Creates sliders for numeric parameters.</summary>
internal static class NumberControls
{
    private static readonly HashSet<Type> whole =
        [typeof(int), typeof(long), typeof(short), typeof(byte), typeof(sbyte), typeof(ushort), typeof(uint), typeof(ulong)];
    private static readonly HashSet<Type> broken = [typeof(double), typeof(float), typeof(decimal)];

    public static bool IsNumber(Type type) => IsWhole(type) || broken.Contains(Bare(type));

    /// <summary>Creates a slider from a tuple of minimum, maximum and optional step. It starts in the middle.</summary>
    public static ParameterControl Between(ParameterInfo parameter, ITuple bounds)
    {
        var (min, max) = (Number(bounds[0]), Number(bounds[1]));
        if (min > max)
            throw new ArgumentException($"The minimum of '{parameter.Name}', {min}, is above the maximum, {max}.", nameof(bounds));
        var step = bounds.Length == 3 ? Number(bounds[2]) : (double?)null;
        if (step <= 0)
            throw new ArgumentException($"The step of '{parameter.Name}' is {step}; expected more than 0.", nameof(bounds));
        return Slider(parameter, min, max, step, parameter.HasDefaultValue ? Number(parameter.DefaultValue) : Middle(min, max, step ?? (IsWhole(parameter.ParameterType) ? 1 : 0.1)));
    }

    /// <summary>Creates a slider around an initial value v: from -v to 3 v, as in ipywidgets; from 0 to 100 if there is none or it is 0.</summary>
    public static ParameterControl Around(ParameterInfo parameter, object? first)
    {
        var value = first is null ? 0 : Number(first);
        var (min, max) = value switch
        {
            > 0 => (-value, 3 * value),
            < 0 => (3 * value, -value),
            _ => (0, 100),
        };
        return Slider(parameter, min, max, null, value);
    }

    private static ParameterControl Slider(ParameterInfo parameter, double min, double max, double? step, double value)
    {
        if (!IsWhole(parameter.ParameterType))
            return ParameterControl.Of(parameter, new FloatSlider { Min = min, Max = max, Step = step ?? 0.1, Value = value });
        return ParameterControl.Of(parameter, new IntSlider { Min = Whole(min), Max = Whole(max), Step = Whole(step ?? 1), Value = Whole(value) });

        int Whole(double number) => number == Math.Floor(number) && Math.Abs(number) <= int.MaxValue
            ? (int)number
            : throw new ArgumentException($"'{parameter.Name}' is a whole number: {number.ToString(CultureInfo.InvariantCulture)} can't be a bound, step or value of its slider.");
    }

    private static double Middle(double min, double max, double step) => min + Math.Floor((max - min) / 2 / step) * step;

    private static double Number(object? value) => Convert.ToDouble(value, CultureInfo.InvariantCulture);

    private static bool IsWhole(Type type) => whole.Contains(Bare(type));

    private static Type Bare(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}
