using System.Reflection;

namespace Notable.Display;

/// <summary>
/// Runs code of the shown value (a getter, <c>ToString</c>, an enumerator). Whatever it throws becomes part of what is
/// shown: one broken property must not hide the rest.
/// </summary>
internal static class Guard
{
    public static string Text(object value, Func<string?> read)
    {
        try
        {
            return read() ?? "";
        }
        catch (Exception error)
        {
            return $"({TypeName.Of(value.GetType())}: {Describe(error)})";
        }
    }

    public static string Describe(Exception error)
    {
        var cause = error is TargetInvocationException { InnerException: { } inner } ? inner : error;
        return $"{cause.GetType().Name}: {cause.Message}";
    }
}
