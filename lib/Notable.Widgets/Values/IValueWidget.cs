namespace Notable.Widgets;

/// <summary>A widget with a value.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public interface IValueWidget<T>
{
    /// <summary>The value.</summary>
    T Value { get; set; }
}
