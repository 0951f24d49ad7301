namespace Notable.Display;

/// <summary>A value with its own representations, such as a figure, a picture or a widget.</summary>
public interface IDisplayable
{
    /// <summary>Returns the value in every form it can be shown in.</summary>
    MimeBundle ToMimeBundle();
}
