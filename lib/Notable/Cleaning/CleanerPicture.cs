using Notable.Learning;

namespace Notable;

/// <summary>A picture in the cleaner.</summary>
/// <param name="File">Its path relative to the folder of the data set, with forward slashes.</param>
/// <param name="Class">Its class.</param>
/// <param name="Subset">The half of the data it is in.</param>
/// <param name="Loss">The loss for its class: higher if the model disagrees more.</param>
/// <param name="Remark">The model's prediction, as text.</param>
public sealed record CleanerPicture(string File, string Class, Subset Subset, double Loss, string Remark);

/// <summary>A pending change to a picture.</summary>
/// <param name="Class">The class to move it to; null to delete it.</param>
public sealed record Mark(string? Class)
{
    /// <summary>Moves the picture to the trash.</summary>
    public static Mark Delete { get; } = new((string?)null);
}
