using System.Reflection;

namespace Notable.Widgets.Tests;

/// <summary>All kinds of widgets, each made as a notebook makes it without saying anything about it.</summary>
internal static class Kinds
{
    private static readonly Type[] all =
    [
        .. typeof(Widget).Assembly.GetTypes().Where(type =>
            type.IsSubclassOf(typeof(Widget)) && type is { IsPublic: true, IsAbstract: false, ContainsGenericParameters: false }
            && type.GetConstructors().Any(one => one.GetParameters().All(IsOptional))),
    ];

    /// <summary>One of each kind that the specification knows, new.</summary>
    public static IEnumerable<Widget> Make() => all.Where(type => type.BaseType != typeof(VBox)).Select(Make);

    /// <summary>The kind of this model.</summary>
    public static Widget Make(string model) => Make().Single(widget => widget.Model.Model.Name == model);

    private static Widget Make(Type kind)
    {
        var constructor = kind.GetConstructors().First(one => one.GetParameters().All(IsOptional));
        return (Widget)constructor.Invoke([.. constructor.GetParameters().Select(Argument)]);
    }

    private static bool IsOptional(ParameterInfo parameter) => parameter.HasDefaultValue || parameter.ParameterType.IsGenericType;

    private static object? Argument(ParameterInfo parameter) => parameter.HasDefaultValue
        ? parameter.DefaultValue
        : Array.CreateInstance(parameter.ParameterType.GetGenericArguments()[0], 0);
}
