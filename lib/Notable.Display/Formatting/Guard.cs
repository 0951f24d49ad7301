using System.Reflection;

namespace Notable.Display;

/// <summary>Describes what the code of a shown value (a getter, <c>ToString</c>, an enumerator) throws, as part of what is shown.</summary>
internal static class Guard
{
    /// <summary>In place of a value that cannot be shown.</summary>
    public static string Describe(object value, Exception error) => $"({TypeName.Of(value.GetType())}: {Describe(error)})";

    /// <summary>The exception's type and message, without those that only wrap it.</summary>
    public static string Describe(Exception error)
    {
        while (error is TargetInvocationException or AggregateException && error.InnerException is { } inner)
            error = inner;
        return $"{error.GetType().Name}: {error.Message}";
    }
}
