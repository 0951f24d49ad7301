using System.Collections;
using System.Net;
using System.Runtime.CompilerServices;
using Microsoft.DotNet.Interactive.Formatting;

namespace Notable.Display;

/// <summary>
/// Applies the <see cref="ExpansionLimits"/> to the library's formatter for any object. Without them, a list that contains itself
/// overflows the stack, which ends the process, and a large object graph produces megabytes.
/// </summary>
internal sealed class GuardedFormatter(ITypeFormatter inner) : ITypeFormatter
{
    [ThreadStatic]
    private static Walk? walk;

    public Type Type => typeof(object);

    public string MimeType => inner.MimeType;

    public bool Format(object? instance, FormatContext context)
    {
        if (instance is null or string || instance.GetType().IsPrimitive)
            return inner.Format(instance!, context);
        var outer = walk;
        var here = walk ??= new Walk();
        if (!here.Enter(instance))
            return Write(context, $"{TypeName.Of(instance.GetType())} …");
        try
        {
            if (instance is IEnumerable && context.Depth >= ExpansionLimits.Depth)
                return Write(context, $"{TypeName.Of(instance.GetType())} …");
            var read = LazySequence.Read(instance);
            var written = inner.Format(read, context);
            return read is ILazySequence { Note: { } note } ? Write(context, note) : written;
        }
        catch (Exception error) when (outer is not null || error is InsufficientExecutionStackException)
        {
            // A part that cannot be shown must not hide the rest.
            return Write(context, ExceptionText.Describe(instance, error));
        }
        finally
        {
            here.Leave(instance);
            walk = outer;
        }
    }

    private bool Write(FormatContext context, string text)
    {
        context.Writer.Write(MimeType == HtmlFormatter.MimeType ? WebUtility.HtmlEncode(text) : text);
        return true;
    }

    /// <summary>The values being written, from the outermost to the current one.</summary>
    private sealed class Walk
    {
        private readonly HashSet<object> open = new(ReferenceEqualityComparer.Instance);
        private int values;

        public bool Enter(object value) =>
            ++values <= ExpansionLimits.Values && RuntimeHelpers.TryEnsureSufficientExecutionStack() && (value is ValueType || open.Add(value));

        public void Leave(object value) => open.Remove(value);
    }
}
