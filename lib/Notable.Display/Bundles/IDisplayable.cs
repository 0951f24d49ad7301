namespace Notable.Display;

/// <summary>A value that knows how it looks: figures, pictures, widgets.</summary>
public interface IDisplayable
{
    /// <summary>The value in every form it can be shown in.</summary>
    MimeBundle ToMimeBundle();
}
