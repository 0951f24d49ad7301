namespace Notable.Widgets;

/// <summary>A widget whose state is, above all, a value.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public interface IValueWidget<T>
{
    /// <summary>The value.</summary>
    T Value { get; set; }
}
