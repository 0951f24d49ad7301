namespace Notable.Gathering;

/// <summary>The kinds of problems a file can have.</summary>
public enum ProblemKind
{
    /// <summary>The file is empty.</summary>
    Empty,

    /// <summary>The content is not an image: a web page, text, a video.</summary>
    NotAnImage,

    /// <summary>The file is damaged or truncated.</summary>
    Damaged,

    /// <summary>The format or size is not supported, or the user may not read the file.</summary>
    Unreadable,

    /// <summary>The picture has fewer pixels than the minimum.</summary>
    TooSmall,

    /// <summary>The file is identical to another one.</summary>
    Duplicate,

    /// <summary>The file shows the same picture as another one, in another size or with other compression.</summary>
    NearDuplicate,

    /// <summary>The file shows the same picture as one in another class folder. A person must decide which class is right.</summary>
    InAnotherClass,

    /// <summary>The file is stored as CMYK, L*a*b*, with a palette or with 16 bits; it can be read.</summary>
    OddColor,

    /// <summary>The file contains several pictures. The first is used.</summary>
    Animated,

    /// <summary>The picture is stored rotated or mirrored, and turned upright by its EXIF orientation.</summary>
    Rotated,

    /// <summary>The extension does not match the format of the content.</summary>
    SuspiciousExtension,
}
