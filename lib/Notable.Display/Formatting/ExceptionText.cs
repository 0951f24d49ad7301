using System.Reflection;

namespace Notable.Display;

/// <summary>Describes exceptions of a displayed value's code (a getter, <c>ToString</c>, an enumerator) as part of the output.</summary>
internal static class ExceptionText
{
    /// <summary>Returns the text for a value that cannot be shown.</summary>
    public static string Describe(object value, Exception error) => $"({TypeName.Of(value.GetType())}: {Describe(error)})";

    /// <summary>Returns the exception's type and message, without exceptions that only wrap it.</summary>
    public static string Describe(Exception error)
    {
        while (error is TargetInvocationException or AggregateException && error.InnerException is { } inner)
            error = inner;
        return $"{error.GetType().Name}: {error.Message}";
    }
}
