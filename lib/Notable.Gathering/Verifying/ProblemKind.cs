namespace Notable.Gathering;

/// <summary>What can be wrong with a file among pictures.</summary>
public enum ProblemKind
{
    /// <summary>No bytes at all.</summary>
    Empty,

    /// <summary>Something else under a picture's name: a web page, text, a video.</summary>
    NotAnImage,

    /// <summary>Damaged or cut short.</summary>
    Damaged,

    /// <summary>Of a format or size that is not read, or closed to this user.</summary>
    Unreadable,

    /// <summary>Too few pixels to learn from.</summary>
    TooSmall,

    /// <summary>The same bytes as another file.</summary>
    Duplicate,

    /// <summary>The same picture as another file, in another size or with other compression.</summary>
    NearDuplicate,

    /// <summary>The same picture as a file in another folder; which of them is in the right one is for a person to say.</summary>
    InAnotherClass,

    /// <summary>Stored as CMYK, L*a*b*, with a color table or with 16 bits; readable.</summary>
    OddColor,

    /// <summary>More than one picture in the file; the first is used.</summary>
    Animated,

    /// <summary>Stored lying on its side or mirrored, to be turned by its EXIF orientation.</summary>
    Rotated,

    /// <summary>The name promises another format than the content is.</summary>
    SuspiciousExtension,
}
