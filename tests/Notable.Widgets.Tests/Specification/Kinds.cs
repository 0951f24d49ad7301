using System.Reflection;
using Notable.Testing;
using Notable.Widgets.Generator;

namespace Notable.Widgets.Tests;

/// <summary>All kinds of widgets, each made as a notebook makes it without saying anything about it.</summary>
internal static class Kinds
{
    private static readonly Type[] all =
    [
        .. GeneratedFiles.From(File.ReadAllText(Repository.Path("lib", "Notable.Widgets", GeneratedFiles.Specification)))
            .Select(file => typeof(Widget).Assembly.GetType($"Notable.Widgets.{Path.GetFileNameWithoutExtension(file.Name)}", throwOnError: true)!),
    ];

    /// <summary>One of each kind that was generated, new.</summary>
    public static IEnumerable<Widget> Make() => all.Select(Make);

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
