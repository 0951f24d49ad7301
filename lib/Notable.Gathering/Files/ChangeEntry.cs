using System.Text.Json.Serialization;

namespace Notable.Gathering;

/// <summary>A line of a change log.</summary>
/// <param name="Batch">Number of the batch; changes applied together share it.</param>
/// <param name="Action">The kind of change.</param>
/// <param name="From">The picture's path before: relative to the data set, or to the trash if it was restored or purged.</param>
/// <param name="To">The picture's path after: relative to the data set, or to the trash if it was deleted; null if there is none.</param>
/// <param name="At">Time of the change.</param>
/// <param name="Reason">Why it failed, if it did.</param>
public sealed record ChangeEntry(
    Guid Batch, ChangeAction Action, string? From, string? To, DateTimeOffset At,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reason = null)
{
    /// <summary>Describes the line in words: "usd50/a.jpg moved to usd100/a.jpg".</summary>
    public string Describe() => Action switch
    {
        ChangeAction.Delete => $"{From} moved to the trash",
        ChangeAction.Move => $"{From} moved to {To}",
        ChangeAction.Restore => $"{To} taken back from the trash",
        ChangeAction.Purge => $"{From} permanently deleted",
        ChangeAction.Failed => $"{From} stayed where it was: {Reason}",
        _ => "changes applied",
    };

    /// <summary>Whether it describes the move of a file.</summary>
    internal bool IsMove => Action is ChangeAction.Delete or ChangeAction.Move or ChangeAction.Restore;
}

/// <summary>The kinds of lines in a change log.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChangeAction>))]
public enum ChangeAction
{
    /// <summary>A picture goes to the trash.</summary>
    [JsonStringEnumMemberName("delete")] Delete,

    /// <summary>A picture goes to another folder of the data set.</summary>
    [JsonStringEnumMemberName("move")] Move,

    /// <summary>A picture comes back from the trash.</summary>
    [JsonStringEnumMemberName("restore")] Restore,

    /// <summary>A picture in the trash is deleted for good.</summary>
    [JsonStringEnumMemberName("purge")] Purge,

    /// <summary>A picture of the batch stayed where it was.</summary>
    [JsonStringEnumMemberName("failed")] Failed,

    /// <summary>The end of a batch; it has no file.</summary>
    [JsonStringEnumMemberName("done")] Done,
}
