using System.Text.Json.Nodes;

namespace Notable.Widgets;

/// <summary>How values of an attribute cross to the front end and back.</summary>
/// <typeparam name="T">The value in C#.</typeparam>
public abstract class AttributeType<T>
{
    /// <summary>
    /// False for values that may be large (files, pictures): they are never sent back to the front end they came from.
    /// </summary>
    public virtual bool IsEchoed => true;

    /// <summary>
    /// Whether a full state leaves a null out that was never set: front ends have the same default, and a layout alone has
    /// forty such texts.
    /// </summary>
    public virtual bool IsNullLeftOut => false;

    /// <summary>Whether two values are one to the front end.</summary>
    public virtual bool AreEqual(T one, T other) => EqualityComparer<T>.Default.Equals(one, other);

    /// <summary>Refuses a value that the front end would not know.</summary>
    /// <exception cref="ArgumentException">The attribute does not accept the value.</exception>
    public virtual void Check(string attribute, T value)
    {
    }

    /// <summary>Returns the value as JSON, in which bytes are leaves that <see cref="BinaryBuffers"/> knows.</summary>
    public abstract JsonNode? Write(T value);

    /// <summary>Reads a value that a front end sent.</summary>
    /// <param name="node">The received JSON; bytes are leaves.</param>
    /// <param name="widgets">Finds a referenced widget by its model ID.</param>
    /// <exception cref="WidgetStateException">The JSON is not a value of this type.</exception>
    public abstract T Read(JsonNode? node, Func<string, Widget?> widgets);

    /// <summary>Returns the widgets that a value refers to. They are opened before the value is sent.</summary>
    public virtual IEnumerable<Widget> References(T value) => [];
}
