using System.Globalization;
using System.Reflection;

namespace Notable.Testing;

/// <summary>Types and members as one line of C# each, names of parameters and their defaults included.</summary>
public static class Signatures
{
    private static readonly NullabilityInfoContext Nullability = new();

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void", [typeof(object)] = "object", [typeof(string)] = "string", [typeof(bool)] = "bool", [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte", [typeof(short)] = "short", [typeof(int)] = "int", [typeof(long)] = "long", [typeof(ulong)] = "ulong",
        [typeof(float)] = "float", [typeof(double)] = "double",
    };

    /// <summary>A member with its type in front, or an enumeration with its values.</summary>
    public static string Of(MemberInfo member) => member switch
    {
        Type { IsEnum: true } type => $"{Name(type)} {{ {string.Join(", ", Enum.GetNames(type).Select(name => $"{name} = {Number(type, name)}"))} }}",
        Type type => Name(type),
        ConstructorInfo constructor => $"new {Name(constructor.DeclaringType!)}({Parameters(constructor)})",
        MethodInfo method => $"{Owner(method)}{method.Name}{Generic(method.GetGenericArguments())}({Parameters(method)}) : "
            + Nullable(method.ReturnType, () => Nullability.Create(method.ReturnParameter)),
        PropertyInfo property => $"{Owner(property)}{property.Name}{Indexer(property)} : {Nullable(property.PropertyType, () => Nullability.Create(property))}"
            + $" {{{(property.GetMethod?.IsPublic == true ? " get;" : "")}{(property.SetMethod?.IsPublic == true ? " set;" : "")} }}",
        FieldInfo field => $"{Owner(field)}{field.Name} : {Nullable(field.FieldType, () => Nullability.Create(field))}",
        _ => $"{Owner(member)}{member.Name}",
    };

    private static string Owner(MemberInfo member) => Name(member.DeclaringType!) + ".";

    private static object Number(Type type, string name) => Convert.ChangeType(Enum.Parse(type, name), Enum.GetUnderlyingType(type), CultureInfo.InvariantCulture);

    private static string Indexer(PropertyInfo property) => property.GetIndexParameters() is { Length: > 0 } indices
        ? $"[{string.Join(", ", indices.Select(Parameter))}]"
        : "";

    private static string Parameters(MethodBase method) =>
        (method.IsDefined(typeof(System.Runtime.CompilerServices.ExtensionAttribute)) ? "this " : "") + string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var prefix = parameter.IsOut ? "out " : parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "";
        var value = !parameter.HasDefaultValue ? "" : parameter.RawDefaultValue switch
        {
            null or Missing => " = null",
            bool flag => flag ? " = true" : " = false",
            IFormattable number => $" = {number.ToString(null, CultureInfo.InvariantCulture)}",
            var other => $" = {other}",
        };
        if (value == " = null" && parameter.ParameterType is { IsValueType: true } type && System.Nullable.GetUnderlyingType(type) is null) value = " = default";
        return $"{prefix}{Nullable(parameter.ParameterType, () => Nullability.Create(parameter))} {parameter.Name}{value}";
    }

    private static string Nullable(Type type, Func<NullabilityInfo> info) =>
        Name(type) + (!type.IsValueType && !type.IsByRef && info().ReadState == NullabilityState.Nullable ? "?" : "");

    private static string Name(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword)) return keyword;
        if (System.Nullable.GetUnderlyingType(type) is { } inner) return Name(inner) + "?";
        if (type.IsByRef) return Name(type.GetElementType()!);
        if (type.IsArray) return Name(type.GetElementType()!) + "[]";
        if (type.IsGenericParameter) return type.Name;
        if (type.FullName?.StartsWith("System.ValueTuple`", StringComparison.Ordinal) == true) return $"({string.Join(", ", type.GetGenericArguments().Select(Name))})";
        var inherited = type.DeclaringType?.GetGenericArguments().Length ?? 0;
        var own = type.Name.Split('`')[0] + Generic([.. type.GetGenericArguments().Skip(inherited)]);
        return type.DeclaringType is { } outer ? $"{Name(outer)}.{own}" : type.Namespace is { } space && !space.StartsWith("System") ? $"{space}.{own}" : own;
    }

    private static string Generic(Type[] arguments) => arguments.Length == 0 ? "" : $"<{string.Join(", ", arguments.Select(Name))}>";
}
