using System.Text.Json.Nodes;

namespace Notable.Widgets;

/// <summary>Converts values of an attribute to and from the front end's JSON.</summary>
/// <typeparam name="T">The type of the values in C#.</typeparam>
public abstract class AttributeType<T>
{
    /// <summary>Whether changes are sent back to the front end they came from. False for values that may be large (files, pictures).</summary>
    public virtual bool IsEchoed => true;

    /// <summary>
    /// Whether a full state omits a null that was never set. Front ends have the same default, and a layout alone has
    /// 40 such texts.
    /// </summary>
    public virtual bool IsNullLeftOut => false;

    /// <summary>Returns whether two values are equal for the front end.</summary>
    public virtual bool AreEqual(T one, T other) => EqualityComparer<T>.Default.Equals(one, other);

    /// <summary>Throws if the front end does not support the value.</summary>
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
