using System.Text.Json.Serialization;

namespace Notable.Gathering;

/// <summary>A line of a change log.</summary>
/// <param name="Batch">What was applied together has one number.</param>
/// <param name="Action">What it tells of.</param>
/// <param name="From">Where the picture was: its path below the data set, or below the trash for what is restored or purged.</param>
/// <param name="To">Where it is now: its path below the data set, or below the trash for what is deleted; null where there is none.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why it failed, where it did.</param>
public sealed record ChangeEntry(
    Guid Batch, ChangeAction Action, string? From, string? To, DateTimeOffset At,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reason = null)
{
    /// <summary>The line read aloud: "usd50/a.jpg moved to usd100/a.jpg".</summary>
    public string Describe() => Action switch
    {
        ChangeAction.Delete => $"{From} moved to the trash",
        ChangeAction.Move => $"{From} moved to {To}",
        ChangeAction.Restore => $"{To} taken back from the trash",
        ChangeAction.Purge => $"{From} deleted for good",
        ChangeAction.Failed => $"{From} stayed where it was: {Reason}",
        _ => "changes applied",
    };

    /// <summary>Whether it tells of a file that moves.</summary>
    internal bool IsMove => Action is ChangeAction.Delete or ChangeAction.Move or ChangeAction.Restore;
}

/// <summary>What a line of a change log tells of.</summary>
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

    /// <summary>The batch is complete.</summary>
    [JsonStringEnumMemberName("done")] Done,
}
