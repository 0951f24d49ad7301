using Notable.Learning;

namespace Notable;

/// <summary>A picture as the cleaner shows it.</summary>
/// <param name="File">Its path below the folder of the data set, with forward slashes.</param>
/// <param name="Class">Its class.</param>
/// <param name="Subset">The half of the data it is in.</param>
/// <param name="Loss">What the model thinks of its class: the larger, the less it agrees.</param>
/// <param name="Remark">What the model says of it, for people.</param>
public sealed record CleanerPicture(string File, string Class, Subset Subset, double Loss, string Remark);

/// <summary>What is to become of a picture.</summary>
/// <param name="Class">The class it is to move to; null where it is to be deleted.</param>
public sealed record Mark(string? Class)
{
    /// <summary>To the trash.</summary>
    public static Mark Delete { get; } = new((string?)null);
}
