namespace Notable.Kernel.Scripting.Sessions;

/// <summary>The name of a type in a cell's C# code; <c>dynamic</c> if cells cannot name it.</summary>
internal static class CSharpTypeName
{
    public static string Of(Type type) => type switch
    {
        { IsArray: true } => $"{Of(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]",
        { IsPointer: true } or { IsByRef: true } or { IsGenericParameter: true } => "dynamic",
        { IsNested: true, DeclaringType.Name: var submission } when submission.StartsWith("Submission#", StringComparison.Ordinal) => Simple(type, type.GetGenericArguments()),
        { IsVisible: false } => "dynamic",
        { IsNested: true } => $"{Of(type.DeclaringType!)}.{Simple(type, [])}",
        _ => $"global::{(type.Namespace is { } space ? space + "." : "")}{Simple(type, type.GetGenericArguments())}",
    };

    private static string Simple(Type type, Type[] arguments) =>
        type.Name.Split('`')[0] + (arguments.Length == 0 ? "" : $"<{string.Join(", ", arguments.Select(Of))}>");
}
