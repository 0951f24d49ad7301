namespace Notable.Gathering;

/// <summary>The kinds of problems a file can have.</summary>
public enum ProblemKind
{
    /// <summary>The file is empty.</summary>
    Empty,

    /// <summary>The content is not an image: a web page, text, a video.</summary>
    NotAnImage,

    /// <summary>Damaged or cut short.</summary>
    Damaged,

    /// <summary>The format or size is not supported, or the user may not read the file.</summary>
    Unreadable,

    /// <summary>Fewer pixels than the minimum.</summary>
    TooSmall,

    /// <summary>Identical to another file.</summary>
    Duplicate,

    /// <summary>The same picture as another file, in another size or with other compression.</summary>
    NearDuplicate,

    /// <summary>The same picture as a file in another class folder. Which class is right must be decided by a person.</summary>
    InAnotherClass,

    /// <summary>Stored as CMYK, L*a*b*, with a color table or with 16 bits; readable.</summary>
    OddColor,

    /// <summary>The file contains several pictures. The first is used.</summary>
    Animated,

    /// <summary>Stored lying on its side or mirrored, to be turned by its EXIF orientation.</summary>
    Rotated,

    /// <summary>The extension does not match the format of the content.</summary>
    SuspiciousExtension,
}
